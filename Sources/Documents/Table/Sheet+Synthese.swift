package import DPES

extension Sheet {
  /// What structures have in common and what tells them apart, a line for each word.
  package static func synthese(_ synthese: Synthese) -> Sheet {
    Sheet(
      "Synthèse",
      [
        Column("Axe", width: 26), Column("Sujet", width: 60), Column("Dit", width: 36),
        Column("Mot", width: 30), Column("Nombre", width: 18),
      ], filter: true,
      rows: synthese.lignes.flatMap { ligne in
        ligne.paroles.map { parole in
          .cells([
            .word(ligne.sujet.axe, shown: \.motCourt), .text(ligne.sujet.code),
            Cell(.word(parole.dit, shown: Fait.mot(parole.dit))),
            .word(parole.mot) {
              Silence.phrase($0, sur: synthese.structures, seuil: synthese.seuil)
            },
            // Only what is handed out has one.
            .number(parole.nombre),
          ])
        }
      })
  }
}
