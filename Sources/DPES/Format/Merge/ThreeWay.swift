/// Three versions of one thing: the last one that both sides knew, and what each made of it.
struct ThreeWay<Value> {
  var base: Value
  var ours: Value
  var theirs: Value

  subscript(side: Conflict.Side) -> Value {
    get { side == .ours ? ours : theirs }
    // In place: a setter would copy what is changed.
    _modify {
      switch side {
      case .ours: yield &ours
      case .theirs: yield &theirs
      }
    }
  }

  func map<Result>(_ transform: (Value) -> Result) -> ThreeWay<Result> {
    ThreeWay<Result>(base: transform(base), ours: transform(ours), theirs: transform(theirs))
  }

  func allSatisfy(_ predicate: (Value) -> Bool) -> Bool {
    predicate(base) && predicate(ours) && predicate(theirs)
  }
}

extension ThreeWay: Sendable where Value: Sendable {}
