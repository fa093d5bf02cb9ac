import DPES
import Foundation
import JSONTree
import Testing

/// What people say in a room: what is found alike, and what is not.
@Suite struct RessemblanceFrenchTests {
  @Test(
    arguments: [
      ("Le loyer a doublé en un an", "Le loyer a doublé cette année"),
      (
        "Le planning est connu un mois avant",
        "Le planning est connu un mois avant, même le soir"
      ),
      ("Le loyer a doublé cette année", "Cette année, le loyer a doublé"),
      ("Le loyer a doublé en un an", "Le loyer a été multiplié par deux cette année"),
      ("Le loyer a doublé cette année", "En un an notre loyer a doublé"),
      ("Les réunions finissent trop tard", "Nos réunions finissent tard"),
      ("Les décisions ne sont pas expliquées", "On n’explique pas les décisions"),
      ("Le bureau décide seul des embauches", "Les embauches sont décidées par le bureau seul"),
      (
        "La subvention arrive six mois en retard",
        "Les subventions arrivent avec six mois de retard"
      ),
      ("Les bénévoles repartent sans avoir mangé", "Les bénévoles repartent sans manger"),
      ("Le camion tombe en panne chaque hiver", "Tous les hivers le camion tombe en panne"),
      (
        "Le local est trop petit pour les ateliers du mercredi",
        "Le mercredi, le local est trop petit pour les ateliers"
      ),
      ("Deux CDD sont devenus des CDI", "Deux CDD devenus CDI"),
      ("On décide toujours à trois", "On décide encore à trois"),
      ("On décide toujours à trois, au bureau", "On décide encore à trois au bureau"),
      ("Les comptes sont souvent en retard", "Les comptes sont régulièrement en retard"),
      (
        "Les réunions du lundi finissent souvent trop tard",
        "Les réunions du lundi finissent toujours trop tard"
      ),
      (
        "Le camion du mercredi tombe parfois en panne l’hiver",
        "Le camion du mercredi tombe souvent en panne l’hiver"
      ),
      ("Le local est désormais fermé le soir", "Le local est maintenant fermé le soir"),
      ("Les salariés sont vraiment fatigués", "Les salariés sont très fatigués"),
      ("Les tarifs sont affichés", "Les tarifs sont affichés clairement"),
      ("Le local est bruyant", "Le local est bruyant le matin"),
      ("Les comptes sont présentés", "Les comptes sont bien présentés"),
      ("Les factures partent avec un mois de retard", "Les factures partent avec 1 mois de retard"),
      ("Douze familles attendent un panier", "12 familles attendent un panier"),
      ("Il manque onze chaises au local", "Il manque 11 chaises au local"),
      (
        "Les saisonniers ne viennent pas aux réunions",
        "Les saisonniers ne viennent plus aux réunions"
      ),
      ("L’école n’a pas de temps pour nous", "L’école n’a plus de temps pour nous"),
      ("Nous manquons de bénévoles le samedi", "Des bénévoles nous manquent, le samedi"),
      ("Nous ne trouvons pas d’encadrants", "On ne trouve pas d’encadrants"),
    ])
  func `the same in other words is found alike`(one: String, other: String) {
    #expect(isNear(one, other))
  }

  /// One word is all that tells them apart, and it is the one that matters.
  @Test(
    arguments: [
      ("Le bureau se réunit chaque mois", "Le conseil se réunit chaque mois"),
      ("Trois emplois créés cette année", "Deux emplois créés cette année"),
      ("Le loyer a doublé en un an", "Le chauffage a doublé en un an"),
      ("Les bénévoles arrivent une heure avant", "Les salariés arrivent une heure avant"),
      ("La mairie nous soutient", "La région nous soutient"),
      ("Le local est fermé le soir", "Le local est ouvert le soir"),
      ("Les salaires sont connus de tous", "Les prix sont connus de tous"),
      ("Les femmes sont peu nombreuses au conseil", "Les jeunes sont peu nombreux au conseil"),
      ("La subvention arrive en retard", "La subvention arrive en juin"),
      ("Les nouveaux sont accueillis", "Les nouveaux sont formés"),
      ("On embauche dans le quartier", "On achète dans le quartier"),
      ("Les décisions sont prises par le bureau", "Les décisions sont prises en équipe"),
      ("Les paniers sont livrés le mardi", "Les paniers sont préparés le mardi"),
      ("Le compost va aux voisins", "Le compost va au jardin"),
      ("Un salarié sur deux vient à vélo", "Un salarié sur deux vient en voiture"),
      ("Les comptes sont présentés à tous", "Les projets sont présentés à tous"),
      ("Le conseil décide du budget", "Le conseil vote le budget"),
      ("L’équipe prépare les réunions", "L’équipe anime les réunions"),
      ("Trop de réunions", "Trop de papiers"),
      ("Plus de bénévoles", "Plus de salariés"),
      ("Les repas sont bons", "Les repas sont chers"),
      ("Le camion est vieux", "Le camion est partagé"),
      ("La formation est prévue", "La formation est annulée"),
      ("Les familles viennent à la fête", "Les voisins viennent à la fête"),
      ("On décide toujours à trois", "On ne décide jamais à trois"),
      ("Les comptes sont toujours justes", "Les comptes sont parfois justes"),
      ("Les repas sont toujours bons", "Les repas sont toujours chers"),
      ("Les repas sont encore bons", "Les repas sont toujours chers"),
      (
        "Les bénévoles mangent toujours avant de partir",
        "Les bénévoles ne mangent jamais avant de partir"
      ),
      (
        "Les réunions du lundi finissent rarement tard",
        "Les réunions du lundi finissent souvent tard"
      ),
      ("Le bureau décide toujours seul", "Le conseil décide encore seul"),
      ("Les nouveaux sont bien accueillis", "Les nouveaux sont mal accueillis"),
      ("Le loyer augmente encore cette année", "Le chauffage augmente toujours cette année"),
      ("Les tarifs sont affichés", "Les tarifs ne sont pas affichés"),
      ("Les tarifs sont affichés", "Les tarifs ne sont plus affichés"),
      ("Nos prix ne sont pas plus bas", "Nos prix ne sont pas bas"),
      ("Plus de bénévoles viennent le samedi", "Pas de bénévoles viennent le samedi"),
      ("Un emploi créé cette année", "Onze emplois créés cette année"),
      ("Chez nous les maisons sont chères", "Chez nous les mets sont chers"),
      ("Douze familles attendent un panier", "Onze familles attendent un panier"),
      ("Les tarifs sont affichés", "Les tarifs sont rarement affichés"),
      ("Les tarifs sont affichés", "Les tarifs sont mal affichés"),
      ("Les jeunes participent", "Les jeunes participent peu"),
      ("Le bureau décide des embauches", "Le bureau décide seul des embauches"),
      ("Les réunions finissent à l’heure", "Deux réunions finissent à l’heure"),
      (
        "Les décisions du bureau sont expliquées aux équipes",
        "Les décisions du bureau ne sont pas expliquées aux équipes"
      ),
      (
        "Trois emplois du jardin partagé sont financés par la région cette année",
        "Deux emplois du jardin partagé sont financés par la région cette année"
      ),
    ])
  func `another thing said in the same words is not`(one: String, other: String) {
    #expect(!isNear(one, other))
  }

  @Test func `of what a room says, no two are taken for one`() throws {
    let said = Self.ordinary + (try example())
    #expect(Self.ordinary.count >= 60 && said.count > 100)
    var kept = Ressemblances()
    kept.reprendre(said)
    #expect(kept.paires.map { [said[$0], said[$1]] } == [])
  }

  private func isNear(_ one: String, _ other: String) -> Bool {
    let there = Ressemblance(one).estProche(de: Ressemblance(other))
    #expect(Ressemblance(other).estProche(de: Ressemblance(one)) == there)
    return there
  }

  /// The observations of the last image of the shipped example.
  private func example() throws -> [String] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Data/exemples/residence-du-halage.dpes.json").standardized
    let demarche = try Demarche(file: JSONValue.parse([UInt8](try Data(contentsOf: file))))
    return try #require(demarche.cercles.last).observations.map(\.texte)
  }

  private static let ordinary = [
    "Les bénévoles arrivent une heure avant l’ouverture",
    "Les bénévoles repartent sans avoir mangé",
    "Le local est trop petit pour les ateliers du mercredi",
    "Le local est fermé le week-end",
    "Les salariés ne connaissent pas les administrateurs",
    "Les administrateurs ne viennent jamais aux ateliers",
    "Le bureau se réunit chaque mois",
    "Le bureau décide seul des embauches",
    "Le conseil se réunit deux fois par an",
    "Les comptes sont présentés une fois par an",
    "Les comptes sont tenus par une seule personne",
    "Le camion tombe en panne chaque hiver",
    "Le camion est prêté aux associations du quartier",
    "Nos prix sont plus bas que ceux du marché",
    "Nos prix ont augmenté deux fois cette année",
    "Le loyer a doublé en un an",
    "Le chauffage a doublé en un an",
    "Le loyer est payé par la mairie",
    "Les salaires n’ont pas bougé depuis trois ans",
    "Les salaires sont connus de tous",
    "Une salariée sur deux est à temps partiel",
    "Une personne sur trois vient à vélo",
    "Les paniers sont livrés dans cinq communes",
    "Les paniers ne sont pas toujours complets",
    "Les nouveaux ne savent pas à qui s’adresser",
    "Les nouveaux sont accueillis par un parrain",
    "On ne dit pas non aux partenaires",
    "On ne dit pas assez ce qui va bien",
    "La mairie nous soutient depuis le début",
    "La mairie ne répond pas à nos courriers",
    "La subvention arrive six mois en retard",
    "La subvention de la région s’arrête en juin",
    "Les habitants du quartier ne nous connaissent pas",
    "Les habitants du quartier participent au jardin",
    "Le compost est pris par les voisins",
    "Les voisins se plaignent du bruit",
    "L’école vient deux fois par semaine",
    "L’école n’a plus de temps pour nous",
    "Les réunions finissent trop tard",
    "Les réunions commencent en retard",
    "Les décisions sont affichées dans la salle",
    "Les décisions ne sont pas expliquées",
    "Personne ne lit les comptes rendus",
    "Les comptes rendus sont trop longs",
    "Le site internet n’est plus à jour",
    "Le journal interne plaît aux familles",
    "Les formations sont proposées à tous",
    "Les formations sont refusées faute de budget",
    "Deux salariés partent à la retraite cette année",
    "Deux emplois ont été créés cette année",
    "Trois contrats ont été perdus cette année",
    "Les encadrants n’ont pas de remplaçant",
    "L’encadrante est seule le vendredi",
    "Le tri des déchets se fait à l’atelier",
    "Les déchets sont jetés avec le reste",
    "Les fournisseurs viennent de la région",
    "Les fournisseurs sont payés à trente jours",
    "Le matériel est partagé avec une autre structure",
    "Le matériel n’est pas aux normes",
    "La trésorerie tient deux mois",
    "La trésorerie manque chaque été",
    "Les femmes sont peu nombreuses au conseil",
    "Les jeunes ne restent pas plus d’un an",
    "Les jeunes prennent des responsabilités",
  ]
}
