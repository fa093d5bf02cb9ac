import DPES
import Testing

/// What is pasted from a mail: what was seen, and what is only polite.
@Suite struct LigneDeCourrierTests {
  /// A function, an association, an address say nothing that was seen, and who wrote.
  @Test(arguments: [
    [
      "Bien à vous,", "Marie Blanchard", "Responsable accueil", "Association des Brumes",
      "06 12 34 56 78",
    ],
    ["Cordialement", "J. Perrin, trésorier", "jperrin@brumes.org"],
    ["--", "Paul Durand", "12 rue des Lilas", "69000 Lyon", "http://brumes.org"],
  ])
  func `all that follows the end of a mail signs`(foot: [String]) {
    let read = LigneDeCourrier.lire(["Trop de réunions le soir", "Le toit fuit"] + foot)
    #expect(read.prefix(2).allSatisfy { $0 == nil } && !read.dropFirst(2).contains(nil))
  }

  @Test(arguments: [
    "De : Claire Moulin <c.moulin@brumes.org>", "À : Anne", "Objet : la cour", "Cc: tous",
    "From: Claire",
  ])
  func `the head of a mail is no observation`(line: String) {
    #expect(LigneDeCourrier.lire([line, "Le toit fuit"]) == [.entete, nil])
    #expect(LigneDeCourrier.lire(["De plus en plus de bruit : le soir", "Un"]) == [nil, nil])
  }

  @Test(arguments: [
    ["Le lun. 23 nov. 2026 à 10:12, Marie Bonnet", "<marie@jardins.org> a écrit :"],
    ["Le 2 mars 2026,", "Marie Bonnet", "a écrit :"],
    ["Expéditeur : Marie Bonnet", "Destinataires : Sandra, Luc", "Envoyé par : Marie"],
  ])
  func `who wrote is left where the mail wraps it, or says it otherwise`(head: [String]) {
    let read = LigneDeCourrier.lire(["Le toit fuit"] + head + ["> le portail ferme mal"])
    #expect(read.first == .some(nil) && read.dropFirst().allSatisfy { $0 != nil }, "\(read)")
    #expect(
      LigneDeCourrier.lire(["Le 2 mars la cour était sombre", "On l’a écrit"]) == [nil, nil])
  }

  @Test(arguments: [
    "Merci et bonne journée,", "À lundi,", "Belle journée à vous", "Bonne soirée et à bientôt,",
    "Merci à tous et bon week-end", "Très bonne journée,", "Je vous souhaite une bonne journée.",
    "Bonne fin de semaine à toutes et à tous", "Au plaisir de vous lire", "À mardi prochain !",
    "Nous vous souhaitons de bonnes fêtes", "Merci mille fois et belle soirée",
    "Bonne journée à toi, Paul", "Bonne fin de journée", "Bonne réception", "Bonne lecture, Anne",
    "À bientôt", "À demain Anne", "À très vite", "Au plaisir", "Merci à toutes et à tous",
    "Merci beaucoup", "D’avance merci", "Bises",
  ])
  func `wishes in any words end a mail, and who signs is left`(end: String) {
    let read = LigneDeCourrier.lire(
      ["Le toit fuit", end, "Annie Delcourt", "06 12 34 56 78"])
    #expect(read == [nil, .politesse, .signature, .signature])
  }

  @Test(arguments: [
    "Bonne équipe", "Le samedi", "Bonne journée portes ouvertes", "Trop de monde le lundi",
    "Merci pour les vélos", "À tous", "Bien", "Une belle fête de quartier", "La semaine prochaine",
    "Bonne ambiance le vendredi",
  ])
  func `what only begins like a wish was seen`(line: String) {
    #expect(LigneDeCourrier.lire(["Le toit fuit", line, "Annie part en mai"])[1] == nil)
  }

  @Test func `a date or a subject is of the head of a mail beside another line of it alone`() {
    #expect(
      LigneDeCourrier.lire(["Date: lundi", "Sujet: idées", "Un"]) == [.entete, .entete, nil])
    #expect(LigneDeCourrier.lire(["De: Anne", "Date: lundi", "Un"]) == [.entete, .entete, nil])
    #expect(LigneDeCourrier.lire(["Date : trop tard", "Un"]) == [nil, nil])
  }

  @Test func `a mail that is passed on or answered brings only what it says`() {
    let lines: [(String, LigneDeCourrier?)] = [
      ("-------- Message transféré --------", .trait), ("Sujet : Re: la cour", .entete),
      ("Date : jeudi 2 décembre", .entete), ("De : Paul Nanterre <paul@asso.fr>", .entete),
      ("Pour : Marie Bois <marie@pre.fr>", .entete), ("Copie à : jean@pre.fr", .entete),
      ("Le toit fuit", nil),
      ("Le jeu. 2 déc. 2027 à 10:12, Paul <paul@asso.fr> a écrit :", .entete),
      ("Le 2 mars, Paul Nanterre a écrit :", .entete), ("> Les réunions sont longues", .citation),
      ("-- trop de bruit", nil), ("Pour : une salle plus grande", nil),
    ]
    let read = LigneDeCourrier.lire(lines.map(\.0))
    for ((line, expected), read) in zip(lines, read) { #expect(read == expected, "\(line)") }
    #expect(LigneDeCourrier.lire(["Copie à : trop chère", "Un"]) == [nil, nil])
  }

  @Test(arguments: [
    ["Le lun. 5 nov. 2026 à 10:12, Marie Dupont <m@x.fr> a", "écrit :"],
    ["Le lun. 5 nov. 2026 à 10:12, Marie Dupont", "<m@x.fr> a écrit\u{A0}:"],
    ["Le lundi 5 novembre 2026 à 10:12:33 UTC+1, Marie", "Dupont <m@x.fr> a", "écrit :"],
    [
      "Le lun. 5 nov. 2026 à 10:12, Les Jardins", "de la Vallée", "<contact@jardins.example> a",
      "écrit :",
    ],
    ["Le 12/03, Anne Durand", "<anne@x.fr> a", "écrit :"], ["Le 12/03, Anne", "a écrit :"],
    ["On Mon, Nov 5, 2026 at 10:12 AM Marie Dupont", "<m@x.fr> wrote:"],
  ])
  func `who wrote what comes is known wherever its line was wrapped`(lines: [String]) {
    let read = LigneDeCourrier.lire(["Le toit fuit"] + lines + ["Le loyer a doublé"])
    #expect(read == [nil] + lines.map { _ in .entete } + [nil])
  }

  @Test func `what was seen on a day stays, also above who wrote`() {
    let read = LigneDeCourrier.lire([
      "Le 2 mars le toit a fui", "Le loyer a doublé", "Paul a écrit :",
    ])
    #expect(read == [nil, nil, .entete])
  }

  @Test func `what is said after thanks, in a list or at length is left alone`() {
    #expect(LigneDeCourrier.lire(["Merci", "Le loyer a doublé"]).last == .some(nil))
    #expect(LigneDeCourrier.lire(["Cordialement", "- Le toit fuit"]).last == .some(nil))
    #expect(LigneDeCourrier.lire(["Cordialement", "PS : le toit fuit"]).last == .some(nil))
    let list = (1...9).map { "Remarque numéro \($0) du groupe" }
    #expect(
      LigneDeCourrier.lire(["Le toit fuit", "Cordialement"] + list).suffix(9).allSatisfy {
        $0 == nil
      })
    let long = "Il faudrait aussi dire que les réunions finissent trop tard le soir"
    #expect(LigneDeCourrier.lire(["Cordialement", long]).last == .some(nil))
  }

  @Test func `of a mail, the beginning, the end and who signs are known`() {
    let mail: [(String, LigneDeCourrier?)] = [
      ("Bonjour à toutes et à tous,", .salutation),
      ("Voici ce que j’ai noté hier", nil),
      ("Le loyer a doublé en un an", nil),
      ("Anne dit que les réunions finissent tard", nil),
      ("Merci d’avance", .politesse), ("Bien cordialement,", .politesse),
      ("Anne Durand", .signature), ("Présidente", .signature),
      ("LES JARDINS DE LA VALLÉE", .signature), ("06 12 34 56 78", .signature),
      ("anne.durand@jardins.example", .signature), ("--", .trait), ("Anne", .signature),
      ("Le camion tombe en panne chaque hiver", nil),
    ]
    let found = LigneDeCourrier.lire(mail.map(\.0))
    for ((line, expected), found) in zip(mail, found) { #expect(found == expected, "\(line)") }
  }

  @Test(
    arguments: [
      "Bonjour", "Bonjour Anne,", "Bonsoir !", "Salut les amis", "Madame, Monsieur,",
      "Chers collègues,", "Chère Anne,", "Bonjour tout le monde",
    ])
  func `a greeting`(line: String) {
    #expect(LigneDeCourrier.lire([line, "Le loyer a doublé"]) == [.salutation, nil])
  }

  @Test func `a person greeted by name is told from one who is spoken of by the comma`() {
    for line in ["Monsieur Durand", "Madame la Présidente"] {
      #expect(LigneDeCourrier.lire([line + ",", "Le loyer a doublé"]) == [.salutation, nil])
      #expect(LigneDeCourrier.lire([line, "Le loyer a doublé"]) == [nil, nil], "\(line)")
    }
  }

  @Test(
    arguments: [
      "Cordialement", "Bien à vous", "cordialement.", "Cordialement, Anne Durand", "Cdlt",
      "Bonne journée !", "Je vous prie d’agréer mes salutations distinguées",
      "Envoyé de mon téléphone",
    ])
  func `a polite end`(line: String) {
    #expect(LigneDeCourrier.lire(["Le loyer a doublé", line]) == [nil, .politesse])
  }

  @Test(
    arguments: ["Anne Durand", "A. Dupont", "Jean-Pierre du Moulin"])
  func `a bare name at the foot signs`(line: String) {
    #expect(LigneDeCourrier.lire(["Le loyer a doublé", line]) == [nil, .signature])
    // Elsewhere it may be what is said.
    #expect(LigneDeCourrier.lire([line, "Le loyer a doublé"]) == [nil, nil])
  }

  @Test(
    arguments: [
      "Bonjour, le loyer a doublé", "Bonne journée portes ouvertes", "Merci aux bénévoles",
      "Sincèrement, les réunions durent trop", "Les chers voisins", "Chers loyers",
      "Monsieur Durand décide seul", "LE LOYER A DOUBLÉ", "Le Bail", "Accueil",
      "Salut et respect entre les équipes", "À bientôt trente ans, le camion roule",
      "Trois CDI", "12 €", "شكرا", "👍",
    ])
  func `what may have been seen is left alone`(line: String) {
    #expect(LigneDeCourrier.lire(["Un", line]) == [nil, nil])
    #expect(LigneDeCourrier.lire([line, "Un"]) == [nil, nil])
  }
}
