extension Demarche {
  /// What the answers to a référentiel that is not here tell of it, by its codes; nil where the
  /// démarche says nothing of it.
  ///
  /// It is shown in the place of the one that is missing, and never written.
  package func referentielInconnu(_ id: String) -> Referentiel? {
    let own = grilles.filter { $0.referentiel == id }
    let sheets = fiches(de: id)
    guard !sheets.isEmpty || own.contains(where: { !$0.reponses.isEmpty }) else { return nil }
    var met: Set<String> = []
    let answers = own.flatMap(\.reponses)
    var theme = Referentiel.Theme()
    theme.code = "reponses"
    theme.intitule = "Réponses gardées, par leur code"
    theme.points = answers.compactMap(\.point).filter { met.insert($0).inserted }.map { code in
      Referentiel.Point(gardant: answers.filter { $0.point == code }, code)
    }
    var referentiel = Referentiel()
    referentiel.id = id
    referentiel.nom = id
    referentiel.parThemes = true
    referentiel.themes = [theme]
    if !sheets.isEmpty {
      referentiel.sujet = .fiche
    } else if own.contains(where: { $0.sujet != nil }) {
      referentiel.sujet = .acteur
    }
    return referentiel
  }
}

extension Referentiel.Point {
  /// A point known by its answers alone.
  fileprivate init(gardant answers: [Reponse], _ code: String) {
    self.init()
    self.code = code
    intitule = code
    if answers.contains(where: { !$0.arguments.isEmpty }) {
      forme = .curseur
    } else if answers.contains(where: { !$0.elements.isEmpty }) {
      forme = .liste
    } else if answers.contains(where: { !$0.choix.isEmpty }) {
      forme = .choix
      var met: Set<String> = []
      options = answers.flatMap(\.choix).filter { met.insert($0).inserted }.map { code in
        var option = Option()
        (option.code, option.intitule) = (code, code)
        return option
      }
    }
  }

  /// What is ticked, in the words of its options, in their order; a code that it has no more as it is.
  package func choisies(_ reponse: Reponse?) -> [String] {
    let choix = reponse?.choix ?? []
    let known = options.map(\.code)
    return options.filter { choix.contains($0.code) }.map(\.intitule)
      + choix.filter { !known.contains($0) }
  }
}
