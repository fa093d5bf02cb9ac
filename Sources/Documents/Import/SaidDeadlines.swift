import DPES

/// The deadlines that rows of one table give to paliers: a second one is a contradiction, of which
/// nothing is taken, so that the same table says the same again.
struct SaidDeadlines {
  private struct Said {
    let title: String
    var rows: [Int]
    var months: [Int]
  }

  private var said: [String: Said] = [:]
  private var order: [String] = []

  /// Whether a deadline is the first of its palier.
  mutating func take(_ months: Int, of id: String, called title: String, row: Int) -> Bool {
    guard var earlier = said[id] else {
      said[id] = Said(title: title, rows: [row], months: [months])
      order.append(id)
      return true
    }
    if !earlier.months.contains(months) {
      earlier.rows.append(row)
      earlier.months.append(months)
      said[id] = earlier
    }
    return false
  }

  var notices: [Importation.Notice] {
    order.compactMap { said[$0] }.filter { $0.months.count > 1 }.map {
      .deadlines(palier: $0.title, rows: $0.rows, months: $0.months)
    }
  }
}

extension TableRows {
  /// What is to be said of rows before any is taken.
  var notices: [Importation.Notice] {
    let aside = aside.filter { !$0.value.isEmpty }
    let sections = Dictionary(grouping: sections, by: \.axe)
    return (aside.isEmpty ? [] : [.aside(aside)])
      + Axe.allCases.compactMap { axe in
        sections[axe].map { .section(axe, rows: $0.map(\.row)) }
      } + (repeated.isEmpty ? [] : [.repeated(repeated)])
  }
}
