import ArgumentParser

// What a shell offers where the Tab key is pressed, in the scripts that the parser writes.
extension CompletionKind {
  /// Files of démarches; folders are offered beside them.
  static var demarches: CompletionKind { .file(extensions: ["dpes.json"]) }

  /// What a spreadsheet writes.
  static var tableaux: CompletionKind { .file(extensions: ["csv", "ods", "xlsx"]) }
}
