import DPES

/// Which points of a tab are listed.
enum GrilleFiltre: Hashable, Sendable {
  case tous
  /// Only the points without an answer; between two dates, those answered otherwise.
  case sansReponse
  /// Only those that the network calls so.
  case incontournables

  /// What `f` goes on to.
  func next(hasMusts: Bool) -> GrilleFiltre {
    switch self {
    case .tous: .sansReponse
    case .sansReponse: hasMusts ? .incontournables : .tous
    case .incontournables: .tous
    }
  }

  func shows(_ point: GrilleRows.Point, isCompared: Bool) -> Bool {
    switch self {
    case .tous: true
    case .sansReponse: isCompared ? point.isChanged : !point.isAnswered
    case .incontournables: point.point.incontournable
    }
  }

  /// What the heading says of it; nil where all are listed.
  var words: String? {
    switch self {
    case .tous: nil
    case .sansReponse: "seuls montrés"
    case .incontournables: "les incontournables seuls"
    }
  }
}
