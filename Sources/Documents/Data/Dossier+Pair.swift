import DPES

// The page that a visiting peer reads before coming, and fills in: who, why, where we are, what we ask.
extension Dossier {
  /// The visit that it is for: the one that was chosen, else the next one.
  private var visit: Seance? {
    let visits = demarche.seances.filter { $0.genre == .visite }
    return visits.first { $0.id == choix.seance }
      ?? visits.ordered { $0.date?.number ?? 0 }.first { $0.date.map { $0 >= jour } ?? false }
  }

  /// What only this page says; `suites` is what is lost or late.
  func pair(_ suites: [Suite]) -> TemplateScope {
    let wanted = demarche.profilStrategique.ambition.elements.joined(separator: "\u{A0}; ")
    let why = demarche.pilotage.pourquoi ?? demarche.candidature.motivation
    let who = demarche.structure.activites.map { said($0, 190) }
    let shared = demarche.ressources.compactMap { one in one.titre.map { said($0, 58) } }
    let sought = avancement.axes.compactMap { axe in
      axe.paliers.first { !$0.estTenu && $0.etat != .sansObjet }?.palier.intitule
    }
    return [
      "pairNom": .text(demarche.structure.raisonSociale.shortened(to: 32)),
      "pairVisite": .text(visit?.date?.french),
      "pairQui": .text(who ?? (wanted.isEmpty && why == nil ? "L’état des lieux le dira." : nil)),
      "pairVoulons": .text(wanted.isEmpty ? nil : said(wanted, 130)),
      "pairPourquoi": .text(why.map { said($0, 150) }),
      "pairQuestions": .each(Array(questions(suites).enumerated())) { place, one in
        ["rang": .number(place + 1), "texte": .text(one)]
      },
      "pairPartage": .each(Array(shared.prefix(5))) { ["texte": .text($0)] },
      "pairPartageAutres": .text(
        shared.count > 5 ? "et \((shared.count - 5).counting("autre"))" : nil),
      "pairCherche": .each(sought) { ["texte": .text(said($0, 58))] },
    ]
  }

  /// Two observations of an axis: the first of the group's priorities, or what is worst said, and one of
  /// another colour where there is one.
  func pair(on axe: Axe) -> TemplateScope {
    let order = (image?.observations ?? []).filter { $0.axe == axe }.ordered { one in
      let colour = one.statut.flatMap(Statut.allCases.firstIndex) ?? Statut.allCases.count
      return (one.priorite ? 0 : Statut.allCases.count + 1) + colour
    }
    let first = order.first
    let other = order.first { $0.id != first?.id && $0.statut != first?.statut }
    let both = [first, other ?? order.dropFirst().first].compactMap(\.self)
    return [
      "deuxObservations": .each(both) { one in
        [
          "signe": .text(Signs.sign(one.statut)), "teinte": .text(Tint(one.statut).rawValue),
          "mot": .text(one.statut?.mot ?? "sans statut"), "dit": .text(said(one.texte, 75)),
        ]
      }
    ]
  }

  /// Three: those that the visit is asked, then what is lost or late, then what a visitor alone can say.
  private func questions(_ suites: [Suite]) -> [String] {
    let asked = (visit?.demandes ?? []).compactMap(\.texte)
    let hard = suites.map { suite in
      "Nous peinons à tenir «\u{A0}\(said(suite.palier.intitule, 90))\u{A0}». Comment feriez-vous\u{A0}?"
    }
    let always = [
      "Que voyez-vous ici que nous ne voyons plus\u{A0}?",
      "Que feriez-vous d’abord, à notre place\u{A0}?",
      "Qu’avez-vous déjà essayé, que nous n’avons pas tenté\u{A0}?",
    ]
    // The last is kept for what only somebody from elsewhere can tell, unless the visit asks three.
    let own = asked.map { said($0, 150) } + hard.prefix(max(0, 2 - asked.count))
    return Array((own + always).prefix(3))
  }

  /// In one line, as far as there is room.
  private func said(_ text: String, _ length: Int) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").shortened(to: length)
  }
}
