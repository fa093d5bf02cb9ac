import TerminalUI

/// What goes on above the screens: typing, asking, choosing.
///
/// A mode is a value, never a loop.
enum Mode: Hashable, Sendable {
  case capture(Capture)
  case edit(TextEdit)
  case search(Search)
  case actions(ActionList)
  case question(Question)
  case form(FormCard)
  case filter(FilterQuestion)
  case speakers(SpeakerList)
  case suggestions(SuggestionList)
  case move(Move)
  case arguments(ArgumentCard)
  case college(CollegeQuestion)
  case help(Help)
  case dialog(Dialog)
  case conflict(ConflictQuestion)
  case versions(VersionList)
  case images(ImageList)
  case vote(VoteMode)
  case hands(ShowOfHands)
  case readBack(ReadBack)
  case palierMove(PalierMove)
  case radar(Radar)
  case referentiels(ReferentielList)
  case chain(ChaineList)
  case damaged(Damaged)
  case export(ExportCard)
  case replacement(Replacement)
  case card(SalleCard)
  case leaving(Leaving)

  /// Whose keys the bottom line shows.
  var scopes: [Action.Scope] {
    switch self {
    case .capture(let capture): [capture.scope]
    case .edit: [.edit]
    case .search, .actions, .speakers: [.choice]
    case .suggestions: [.suggestions]
    case .move: [.move]
    case .arguments: [.arguments]
    case .college: [.college]
    case .question: [.question]
    case .form: [.form]
    case .filter: [.filter]
    case .help(let help): help.pageScopes
    case .dialog: [.dialog]
    case .conflict: [.conflict]
    case .versions: [.versions]
    case .images: [.images]
    case .vote(let mode): [mode.scope]
    case .hands: [.hands]
    case .readBack(let reading): [reading.scope]
    case .palierMove(let move): [move.scope]
    case .radar: [.radar]
    case .referentiels: [.referentiels]
    case .chain: [.chain]
    case .damaged: [.damaged]
    case .export: [.export]
    case .replacement: [.replacement]
    case .card(let card): card.scopes
    case .leaving: [.leaving]
    }
  }

  /// Whether a text is typed in it.
  var hasField: Bool {
    switch self {
    case .capture, .edit, .question, .form: true
    default: false
    }
  }
}
