/// The little trigonometry that a circle of cells needs, without a mathematics library.
enum Angles {
  /// The angle of a slope in degrees, 0 to 90; `over` and `rise` are not negative.
  ///
  /// Good to a quarter of a degree, far below a cell.
  static func degrees(ofSlope rise: Double, over run: Double) -> Double {
    guard rise > 0 || run > 0 else { return 0 }
    if rise > run { return 90 - degrees(ofSlope: run, over: rise) }
    let slope = rise / run
    // A rational approximation of the arc tangent on 0...1.
    return slope * (45 + 15.64 * (1 - slope))
  }
}
