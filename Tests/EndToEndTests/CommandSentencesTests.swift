import DPESStore
import JSONTree
import TerminalUI
import Testing

@testable import PalierCommand

/// What the bottom line says when the disk refuses.
@Suite struct CommandSentencesTests {
  private static let causes: [StoreError.Cause] = [
    .notFound, .permission, .folderPermission, .otherOwner, .readOnly, .noSpace, .isFolder,
    .isNotAFile, .changedElsewhere, .busy, .unreachable, .other(errno: 5),
    .tooLarge(limit: DataFile.limit),
  ]

  @Test(arguments: causes)
  func `why nothing is saved stands above the keys of the smallest window`(
    _ cause: StoreError.Cause
  ) {
    let error = StoreError(path: "/tmp/a.dpes.json", operation: .save, cause: cause)
    let sentence = Sentences.notSaved(error)
    #expect(TextWidth.wrap("\(sentence) F12 enregistre ailleurs.", width: 58).count <= 3)
    // F12 is the one way to another folder that the line names.
    #expect(!sentence.contains("autre dossier") && !sentence.contains("Choisissez"))
  }

  @Test func `a file that another program spoilt is told in as little room`() throws {
    let position = TextPosition(offset: 99, line: 12_345, column: 120)
    let sentence = Sentences.spoilt(
      .json(JSONError(cause: .unexpectedEnd, position: position)))
    #expect(TextWidth.wrap("\(sentence) F12 enregistre ailleurs.", width: 58).count <= 3)
    #expect(sentence.contains("ligne 12345, colonne 120"))
  }
}
