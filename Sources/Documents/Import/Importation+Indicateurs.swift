import DPES
import JSONTree

extension Importation {
  /// A row of the schéma: a palier, with one of its indicators or none.
  mutating func indicateur(_ row: ImportRow) throws(Reason) -> Outcome {
    let intitule = row["indicateur"]
    if let axe = try row.axe() { lastAxe = axe }
    if let name = row["palier"] { lastPalier = name } else if intitule == nil { lastPalier = nil }
    guard let name = lastPalier else { throw .missing(column: "palier") }
    let echeance = try echeance(row)
    let nature = try row.nature()
    let cible = try row.valeur("cible", nature: nature)
    let palier = try palier(named: name, in: row)
    let people = try people(row.word("responsable"), row)
    var outcome: Outcome = palier.isNew ? .added : .unchanged
    let old = demarche.schema.paliers.first { $0.id == palier.id }?.echeanceMois
    if let echeance, change(echeance, ofPalier: palier.id), !palier.isNew {
      outcome = .changed
      note(row, "echeance", of: name, old.map(String.init), String(echeance))
    }
    guard let intitule else { return outcome }
    let place = demarche.schema.paliers.firstIndex { $0.id == palier.id } ?? 0
    let known = demarche.schema.paliers[place].indicateurs.firstIndex {
      $0.intitule == intitule && !taken.contains($0.id)
    }
    guard let known else {
      var one = Indicateur()
      one.id = ids.next()
      one.intitule = intitule
      (one.nature, one.cible, one.unite) = (nature, cible, row["unite"])
      (one.responsable, one.avec) = (people.first, Array(people.dropFirst()))
      taken.insert(one.id)
      demarche.schema.paliers[place].indicateurs.append(one)
      demarche.tracer("indicateur", one.id, avant: nil, apres: .texte(intitule), signature)
      return .added
    }
    let before = demarche.schema.paliers[place].indicateurs[known]
    var after = before
    after.nature = nature ?? before.nature
    after.cible = cible ?? before.cible
    after.unite = row["unite"] ?? before.unite
    if !people.isEmpty, people != before.personnes {
      (after.responsable, after.avec) = (people.first, Array(people.dropFirst()))
    }
    taken.insert(before.id)
    guard after != before else { return outcome }
    demarche.schema.paliers[place].indicateurs[known] = after
    demarche.tracer(
      "indicateur", after.id, avant: .texte(intitule), apres: .texte(intitule), signature)
    note(row, "nature", of: intitule, before.nature?.rawValue, after.nature?.rawValue)
    note(
      row, "cible", of: intitule, before.cible.map { before.french($0) },
      after.cible.map { after.french($0) })
    note(row, "unite", of: intitule, before.unite, after.unite)
    note(
      row, "responsable", of: intitule, names(of: before.personnes), names(of: after.personnes))
    return outcome == .added ? .added : .changed
  }

  /// The palier of that name on the row's axis, or a new one at its end.
  private mutating func palier(
    named name: String, in row: ImportRow
  ) throws(Reason) -> (id: String, isNew: Bool) {
    let axe = try row.axe()
    let known = demarche.schema.paliers.first { palier in
      palier.intitule == name && (axe ?? palier.axe) == palier.axe
    }
    if let known { return (known.id, false) }
    guard let axe = axe ?? lastAxe ?? row.choices.axe else {
      throw row.hasColumn("axe") ? .missing(column: "axe") : .noAxe
    }
    var palier = Palier()
    palier.id = ids.next()
    palier.axe = axe
    palier.rang = demarche.schema.paliers(de: axe).count + 1
    palier.intitule = name
    demarche.schema.paliers.append(palier)
    demarche.tracer("palier", palier.id, avant: nil, apres: .texte(name), signature)
    return (palier.id, true)
  }

  /// A deadline changed as it is by hand, exceptions to the objectives following.
  private mutating func change(_ echeance: Int, ofPalier id: String) -> Bool {
    guard let index = demarche.schema.paliers.firstIndex(where: { $0.id == id }) else {
      return false
    }
    guard let before = demarche.schema.paliers[index].echeanceMois else {
      demarche.schema.paliers[index].echeanceMois = echeance
      demarche.tracer(
        "echeance", id, avant: nil, apres: .nombre(JSONNumber(echeance)), signature)
      return true
    }
    return before == echeance
      ? false : demarche.decalerEcheance(dePalier: id, de: echeance - before, signature)
  }
}
