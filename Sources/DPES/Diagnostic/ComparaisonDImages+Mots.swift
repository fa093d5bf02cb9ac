// How a comparison is told.
extension ComparaisonDImages.Lecture {
  package init(de avant: CercleDeQualite, a apres: CercleDeQualite) {
    self = apres.regard == nil ? .temps : avant.regard == nil ? .regard : .regards
  }
}

extension ComparaisonDImages.Evolution {
  /// As a person says it of so many observations: « 2 améliorées », « 1 vue plus sévèrement ».
  package func mot(_ lecture: ComparaisonDImages.Lecture = .temps, pour nombre: Int = 1) -> String {
    guard lecture != .temps else { return nombre.agreeing(passe) }
    return "\(nombre.agreeing("vue")) \(vue(lecture))"
  }

  /// The heading of a column of counts.
  package func enTete(_ lecture: ComparaisonDImages.Lecture) -> String {
    lecture == .temps ? passe + "s" : vue(lecture)
  }

  /// As programs know it (`docs/format.md`).
  package func code(_ lecture: ComparaisonDImages.Lecture) -> String {
    guard lecture != .temps else { return rawValue }
    return switch self {
    case .apparue: lecture == .regard ? "pairs-seuls" : "seconds-seuls"
    case .close: lecture == .regard ? "nous-seuls" : "premiers-seuls"
    case .amelioree: "vue-plus-favorablement"
    case .degradee: "vue-plus-severement"
    case .inchangee: "vue-pareil"
    }
  }

  private var passe: String {
    switch self {
    case .apparue: "apparue"
    case .close: "close"
    case .amelioree: "améliorée"
    case .degradee: "dégradée"
    case .inchangee: "inchangée"
    }
  }

  private func vue(_ lecture: ComparaisonDImages.Lecture) -> String {
    switch self {
    case .apparue: lecture == .regard ? "par les pairs seuls" : "par les seconds seuls"
    case .close: lecture == .regard ? "par nous seuls" : "par les premiers seuls"
    case .amelioree: "plus favorablement"
    case .degradee: "plus sévèrement"
    case .inchangee: "pareil"
    }
  }
}
