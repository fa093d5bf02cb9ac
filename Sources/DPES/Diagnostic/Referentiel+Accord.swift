// Words of somebody that stay where they are until that person agrees.
extension Referentiel.Point {
  /// The option of a choix that says that the person agrees: without it, no document has the words.
  package static let accord = "accord"

  /// What a document may have of an answer: not its texts, where they wait for the person to agree.
  package func imprimable(_ reponse: Reponse) -> Reponse {
    guard forme == .choix, options.contains(where: { $0.code == Self.accord }),
      !reponse.choix.contains(Self.accord)
    else { return reponse }
    return reponse.with(\.existanteTexte, nil).with(\.aIntegrerTexte, nil)
  }
}
