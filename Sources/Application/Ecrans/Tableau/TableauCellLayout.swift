/// How a cell of the tableau de bord is spread over its columns: as many words as there is room for.
struct TableauCellLayout: Hashable, Sendable {
  /// Columns from a period to the next, with the blank ones between.
  let stride: Int
  /// Columns from the start of the cell to its réalisé.
  let realise: Int
  /// Columns of the réalisé.
  let realiseWidth: Int
  let hasObjectifWords: Bool
  let hasRealiseWords: Bool

  /// Columns for what a cell and its heading show, without the blank after.
  var width: Int { stride - 1 }

  /// The widest cells that leave the names what they need, for all the periods in `room` columns.
  init(periodCount: Int, in room: Int) {
    let choices = [(29, 40), (21, 40), (13, 44), (12, 44), (11, 44), (10, 38)]
    stride = choices.first { stride, names in room - periodCount * stride >= names }?.0 ?? 9
    hasObjectifWords = stride >= 29
    hasRealiseWords = stride >= 21
    realise = hasObjectifWords ? 11 : stride >= 12 ? 6 : stride >= 11 ? 5 : 4
    realiseWidth = hasRealiseWords ? stride - realise - 1 : min(5, stride - realise - 1)
  }
}
