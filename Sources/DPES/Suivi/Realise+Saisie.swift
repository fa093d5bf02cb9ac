package import JSONTree

extension Realise {
  /// Which of the three texts that say a value.
  package enum ChampDeValeur: String, Hashable, Sendable {
    case valeur, numerateur, denominateur
  }

  /// What is wrong with a value as it was typed.
  package enum ValeurRefusee: Error, Hashable, Sendable {
    /// Neither yes nor no.
    case niOuiNiNon(String)
    case pasUnNombre(ChampDeValeur, String)
    /// A numerator without a denominator, or the other way round: this one is missing.
    case incomplet(ChampDeValeur)
    case parmiZero
    /// Beyond what a value may be (``Limite/valeur``).
    case horsLimites(ChampDeValeur, String)
    /// The value does not agree with its numerator and denominator, which make this share.
    case contredit(part: JSONNumber)
  }

  /// Takes a value as people type it, with a numerator and a denominator for a percentage.
  ///
  /// What is typed as it stood stays as it was spelt, also when it is not of the nature. A numerator
  /// and a denominator say the value, or agree with it to half a point: people round.
  package mutating func ecrire(
    valeur text: String?, numerateur: String?, denominateur: String?,
    nature: Indicateur.Nature?
  ) throws(ValeurRefusee) {
    if text != valeur?.french { valeur = try Self.valeur(text, nature) }
    guard nature == .pourcentage else { return }
    let top = try Self.nombre(numerateur, .numerateur, self.numerateur)
    let bottom = try Self.nombre(denominateur, .denominateur, self.denominateur)
    switch (top?.double, bottom?.double) {
    case (nil, nil): break
    case (nil, _): throw .incomplet(.numerateur)
    case (_, nil): throw .incomplet(.denominateur)
    case (_, 0?): throw .parmiZero
    case (let up?, let down?): try accorder(up / down * 100, parmi: denominateur ?? "")
    }
    (self.numerateur, self.denominateur) = (top, bottom)
  }

  private mutating func accorder(_ share: Double, parmi denominateur: String) throws(ValeurRefusee)
  {
    guard let rounded = JSONNumber((share * 10).rounded() / 10), Limite.valeur.admet(rounded)
    else { throw .horsLimites(.denominateur, denominateur) }
    guard let valeur else {
      self.valeur = .nombre(rounded)
      return
    }
    if case .nombre(let number) = valeur, let said = number.double,
      abs(said - share) > 0.5 + 1e-9
    {
      throw .contredit(part: rounded)
    }
  }

  private static func valeur(
    _ text: String?, _ nature: Indicateur.Nature?
  ) throws(ValeurRefusee) -> Valeur? {
    guard let text else { return nil }
    if let value = Valeur(ecrite: text, nature: nature) { return value }
    if nature != .ouiNon, JSONNumber(ecrit: text) != nil { throw .horsLimites(.valeur, text) }
    throw nature == .ouiNon ? .niOuiNiNon(text) : .pasUnNombre(.valeur, text)
  }

  private static func nombre(
    _ text: String?, _ champ: ChampDeValeur, _ before: JSONNumber?
  ) throws(ValeurRefusee) -> JSONNumber? {
    guard let text, text != before?.french else { return text == nil ? nil : before }
    guard let number = JSONNumber(ecrit: text) else { throw .pasUnNombre(champ, text) }
    guard Limite.valeur.admet(number) else { throw .horsLimites(champ, text) }
    return number
  }
}
