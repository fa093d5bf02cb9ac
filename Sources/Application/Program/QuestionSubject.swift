/// What the answer to a question of one line is for.
protocol QuestionSubject: Hashable, Sendable {
  /// Whether an answer begun is taken when the program has to end.
  var isTakenAtEnd: Bool { get }
  /// Whether the room may see the answer being typed.
  var onWall: OnWall { get }

  /// Whether the answer is where a file is, and no French prose.
  var isPath: Bool { get }

  /// Whether an empty answer is one.
  var takesNothing: Bool { get }

  /// What stands under the field; nil for nothing.
  func below(_ state: State) -> String?
  /// Why an answer can't be taken; nil when it can.
  func refusal(of text: String, _ state: State) -> String?
  /// Does what was asked for; the question is closed.
  func take(_ text: String, in state: inout State) -> [Effect]
}

/// One whose answer goes into the démarche: begun, it comes back after the process was killed.
protocol KeptQuestion: QuestionSubject {
  /// What it is about, as its answer is noted: a word of its own, then ids.
  var words: [String] { get }
  /// What such words are about; nil where they are another's.
  init?(words: [String])
  /// Whether what it is about is there still.
  func isThere(_ state: State) -> Bool
}

extension QuestionSubject {
  var takesNothing: Bool { false }
  var isTakenAtEnd: Bool { false }
  var onWall: OnWall { .never }
  var isPath: Bool { false }
  func below(_ state: State) -> String? { nil }
  func refusal(of text: String, _ state: State) -> String? { nil }
}
