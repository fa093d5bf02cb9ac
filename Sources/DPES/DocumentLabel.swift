/// What the screen shows of a document that can be written; `OutgoingDocument` says how it is.
package struct DocumentLabel: Hashable, Sendable {
  /// What a line of a preview begins with that is to be read before the document goes out.
  package static let warning = "!\u{A0}"
  /// The name of the document that the chain of a réalisé ends in.
  package static let rapportAnnuel = "annuel"

  /// Of the document, and of its file after the démarche's.
  package let name: String
  /// What a person calls it.
  package let title: String
  /// The program that opens it.
  package let program: String
  /// Of the file's name.
  package let ending: String
  /// The ones that the document knows, the usual one first: the one that is typed chooses.
  package let endings: [String]
  /// What it says otherwise when it is chosen.
  package let takes: Set<ChoixDeDocument.Part>
  /// Whether it never says a name, asked or not.
  package let isAlwaysNameless: Bool
  /// Whether the séance that it is of is a board.
  package let isOfBoard: Bool

  /// A document that knows one ending, and says every choice, unless told otherwise.
  package init(
    name: String, title: String, program: String, ending: String, endings: [String] = [],
    takes: Set<ChoixDeDocument.Part> = Set(ChoixDeDocument.Part.allCases),
    isAlwaysNameless: Bool = false, isOfBoard: Bool = false
  ) {
    (self.takes, self.isAlwaysNameless, self.isOfBoard) = (takes, isAlwaysNameless, isOfBoard)
    (self.name, self.title, self.program, self.ending) = (name, title, program, ending)
    self.endings = endings.isEmpty ? [ending] : endings
  }
}
