/// What is told of the method: its tools, and its words.
///
/// Data, in `Data/aide` (`docs/aide-1.schema.json`).
package struct Aide: Record {
  /// A tool of the method: what for, how, and what to look out for.
  package struct Outil: Record {
    /// What other tools name it by.
    package var id = ""
    /// Its name in the method.
    package var titre = ""
    /// The screen that it is about, by its name on the command line.
    package var ecran = ""
    /// The section of the état des lieux.
    package var section: String?
    /// What it is, in a sentence or two.
    package var enBref = ""
    /// What it is for.
    package var pourquoi = ""
    /// How to go about it, step by step.
    package var comment: [String] = []
    /// What makes it succeed.
    package var cles: [String] = []
    /// What goes wrong with it.
    package var vigilance: [String] = []
    /// Ids of other tools.
    package var voirAussi: [String] = []
    /// Ids of resources that say more.
    package var lire: [String] = []
    package var others = Others()

    package init() {}

    package static let fields: [Field<Outil>] = [
      .required("id", { $0.id }, { $0.id = $1 }),
      .required("titre", { $0.titre }, { $0.titre = $1 }),
      .required("ecran", { $0.ecran }, { $0.ecran = $1 }),
      .optional("section", { $0.section }, { $0.section = $1 }),
      .required("enBref", { $0.enBref }, { $0.enBref = $1 }),
      .required("pourquoi", { $0.pourquoi }, { $0.pourquoi = $1 }),
      .scalars("comment", { $0.comment }, { $0.comment = $1 }),
      .scalars("cles", { $0.cles }, { $0.cles = $1 }),
      .scalars("vigilance", { $0.vigilance }, { $0.vigilance = $1 }),
      .scalars("voirAussi", { $0.voirAussi }, { $0.voirAussi = $1 }),
      .scalars("lire", { $0.lire }, { $0.lire = $1 }),
    ]
  }

  /// A word of the method.
  package struct Terme: Record {
    /// The word itself.
    package var terme = ""
    /// Other ways of saying it.
    package var variantes: [String] = []
    /// What it means, in a sentence or two.
    package var definition = ""
    /// Other words, as they are written in their own entries.
    package var voir: [String] = []
    /// Ids of resources that say more.
    package var lire: [String] = []
    package var others = Others()

    package init() {}

    package static let fields: [Field<Terme>] = [
      .required("terme", { $0.terme }, { $0.terme = $1 }),
      .scalars("variantes", { $0.variantes }, { $0.variantes = $1 }),
      .required("definition", { $0.definition }, { $0.definition = $1 }),
      .scalars("voir", { $0.voir }, { $0.voir = $1 }),
      .scalars("lire", { $0.lire }, { $0.lire = $1 }),
    ]
  }

  package var format = "dpes-aide"
  package var version = 1
  package var outils: [Outil] = []
  package var termes: [Terme] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<Aide>] = [
    .required("format", { $0.format }, { $0.format = $1 }),
    .required("version", { $0.version }, { $0.version = $1 }),
    .records("outils", { $0.outils }, { $0.outils = $1 }),
    .records("termes", { $0.termes }, { $0.termes = $1 }),
  ]

  /// The first tool of a place, that of its section before those of the whole screen.
  package func outil(ecran: String, section: String?) -> Int? {
    outils.firstIndex { $0.ecran == ecran && section != nil && $0.section == section }
      ?? outils.firstIndex { $0.ecran == ecran && $0.section == nil }
      ?? outils.firstIndex { $0.ecran == ecran }
  }

  /// The words that hold all that was typed: those whose name does first, then those whose
  /// definition does.
  ///
  /// - Complexity: O(length of the glossary).
  package func termes(avec texte: String) -> [Terme] {
    let words = texte.folded.split(separator: " ")
    guard !words.isEmpty else { return termes }
    func holds(_ texts: [String]) -> Bool {
      let all = texts.joined(separator: " ").folded
      return words.allSatisfy { all.contains($0) }
    }
    let named = termes.filter { holds([$0.terme] + $0.variantes) }
    let told = termes.filter {
      !holds([$0.terme] + $0.variantes) && holds([$0.terme, $0.definition] + $0.variantes)
    }
    return named + told
  }
}
