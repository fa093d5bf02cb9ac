import ArgumentParser
import DPES
import JSONTree

struct Comparer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "comparer",
    abstract: "Dit ce qui a changé d’une image du cercle à une autre, observation par observation.",
    discussion: """
      Sans --de ni --a, les deux dernières images. Une observation est apparue, close, améliorée, \
      dégradée ou inchangée ; rien n’est additionné ni noté. Un regard de pairs ne se compare que si \
      --a le nomme, à l’image qu’il regarde. Avec --cartes, les deux dernières \
      cartes datées des acteurs\u{A0}: une relation est apparue, close, changée ou inchangée.
      """)

  @Argument(
    help: ArgumentHelp("Le fichier de la démarche.", valueName: "fichier"), completion: .demarches)
  var fichier: String

  @Option(
    help: ArgumentHelp(
      "Identifiant de l’image de départ, ou de la carte\u{A0}; l’avant-dernière sinon.",
      valueName: "id"))
  var de: String?

  @Option(
    help: ArgumentHelp(
      "Identifiant de l’image d’arrivée, ou de la carte\u{A0}; la dernière sinon.", valueName: "id")
  )
  var a: String?

  @Flag(help: "Compare deux cartes datées des acteurs, et non deux images.")
  var cartes = false

  @Flag(help: "Imprime la comparaison en JSON.")
  var json = false

  func run() throws {
    let file = try DemarcheFile.open(fichier)
    if let reason = file.readOnlyReason { Output.tell(reason) }
    let demarche = file.demarche
    if cartes {
      return try Output.write(CartesComparison(demarche, de: de, a: a).output(isJSON: json))
    }
    let (before, after) = try images(of: demarche)
    let comparison = ComparaisonDImages(de: before, a: after, dans: demarche)
    if json {
      try Output.write(comparison.json(de: before, a: after))
    } else {
      let report = ComparisonReport(comparison, Look.usual.symbols)
      let heading = Sentences.compared(before, after, of: demarche.structure.raisonSociale)
      try Output.write(heading + "\n" + report.text)
    }
  }

  /// The two images: those that were named, else the last two by date.
  private func images(
    of demarche: Demarche
  ) throws(Failure) -> (before: CercleDeQualite, after: CercleDeQualite) {
    let images = demarche.imagesParDate.map { demarche.cercles[$0] }
    if let pair = try regard(in: demarche) { return pair }
    guard images.count > 1 else {
      throw Failure(Sentences.nothingToCompare(images.first), status: ExitStatus.problems)
    }
    func place(_ id: String?, _ option: String) throws(Failure) -> Int? {
      guard let id else { return nil }
      if let regard = demarche.cercles.first(where: { $0.id == id && $0.regard != nil }) {
        throw Failure(Sentences.regardFirst(regard))
      }
      guard let place = images.firstIndex(where: { $0.id == id }) else {
        throw Failure(Sentences.unknownImage(id, option: option, known: images))
      }
      return place
    }
    let after = try place(a, "--a") ?? images.count - 1
    let before = try place(de, "--de") ?? after - 1
    guard before >= 0 else { throw Failure(Sentences.noImageBefore(images[after])) }
    guard before != after else { throw Failure(Sentences.sameImage(images[after])) }
    return (images[before], images[after])
  }

  /// The regard that --a names, and what it is compared with: what --de names, else the image that it
  /// is of; nil where --a names none.
  private func regard(
    in demarche: Demarche
  ) throws(Failure) -> (before: CercleDeQualite, after: CercleDeQualite)? {
    let known = demarche.imagesEtRegards.map { demarche.cercles[$0] }
    guard let after = known.first(where: { $0.id == a && $0.regard != nil }) else { return nil }
    guard let de else {
      guard let seen = demarche.imageAvant(after.id) else {
        throw Failure(Sentences.noImageBefore(after))
      }
      return (demarche.cercles[seen], after)
    }
    guard let before = known.first(where: { $0.id == de }) else {
      throw Failure(Sentences.unknownImage(de, option: "--de", known: known))
    }
    guard before.id != after.id else { throw Failure(Sentences.sameImage(after)) }
    return (before, after)
  }
}

extension ComparaisonDImages {
  /// The comparison for a program (`docs/format.md`).
  fileprivate func json(de avant: CercleDeQualite, a apres: CercleDeQualite) -> JSONValue {
    .object([
      "de": avant.reference, "a": apres.reference,
      "axes": .array(
        Axe.allCases.map { axe in
          var object: JSONObject = ["axe": axe.scalar]
          for member in counts(sur: axe).members { object[member.key] = member.value }
          return .object(object)
        }),
      "aPlacer": .object(counts(sur: nil)),
      "observations": .array(
        (Axe.allCases + [nil]).flatMap { lignes(sur: $0) }.map { $0.json(lecture) }),
    ])
  }

  private func counts(sur axe: Axe?) -> JSONObject {
    let counts = comptes(sur: axe)
    return JSONObject(
      unique: Evolution.allCases.map {
        .init(key: $0.code(lecture), value: (counts[$0] ?? 0).scalar)
      })
  }
}

extension ComparaisonDImages.Ligne {
  fileprivate func json(_ lecture: ComparaisonDImages.Lecture) -> JSONValue {
    var object: JSONObject = ["evolution": .string(evolution.code(lecture))]
    object["numero"] = (apres?.numero ?? avant?.numero)?.scalar
    object["avant"] = avant?.summary
    object["apres"] = apres?.summary
    return .object(object)
  }
}

extension Observation {
  /// What a comparison says of an observation.
  fileprivate var summary: JSONValue {
    var object: JSONObject = ["id": .string(Sentences.shown(id))]
    object["axe"] = axe?.scalar
    object["statut"] = statut?.scalar
    object["texte"] = .string(Sentences.shown(texte))
    return .object(object)
  }
}

extension CercleDeQualite {
  fileprivate var reference: JSONValue {
    var object: JSONObject = ["id": .string(Sentences.shown(id)), "date": date.scalar]
    object["titre"] = titre.map { .string(Sentences.shown($0)) }
    object["regard"] = regard?.scalar
    object["parQui"] = regard == nil ? nil : parQui.map { .string(Sentences.shown($0)) }
    return .object(object)
  }
}
