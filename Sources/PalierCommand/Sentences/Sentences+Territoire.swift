import DPES
import DPESStore
import JSONTree

// Many démarches read together.
extension Sentences {
  private static func path(_ path: String) -> String { quoted(path, columns: .max) }

  // What is left out, and why.

  static func leftOut(_ path: String, _ refusal: Walk.Refus) -> String {
    let why =
      switch refusal {
      case .lien: "un lien n’est suivi que s’il est nommé. Nommez ce à quoi il mène."
      case .profond:
        "il est sous plus de \(Walk.deepest) dossiers. Nommez-le, ou rapprochez ses démarches."
      case .horsLigne:
        "il n’est pas sur cet ordinateur. Demandez-le au programme qui synchronise ce dossier."
      case .enCours: "un autre programme est en train de l’écrire. Recommencez dans un moment."
      case .illisible(let cause): whyUnreadable(cause)
      }
    return "\(Self.path(path)) est laissé de côté\u{A0}: \(why)"
  }

  private static func whyUnreadable(_ cause: StoreError.Cause) -> String {
    switch cause {
    case .notFound: "il n’existe pas, ou plus. Vérifiez son nom et son dossier."
    case .permission, .otherOwner, .folderPermission:
      "vous n’avez pas le droit de le lire. Demandez-le à qui l’a créé."
    case .isNotAFile: "ce n’est pas un fichier ordinaire."
    case .tooLarge(let limit):
      "il est trop grand (plus de \(limit >> 20)\u{A0}Mio) pour être une démarche."
    case .unreachable: "l’ordinateur qui le garde ne répond pas. Vérifiez le réseau."
    case .other(let number): "le système répond par l’erreur \(number)."
    case .exists, .readOnly, .noSpace, .isFolder, .changedElsewhere, .busy:
      "le système ne le permet pas."
    }
  }

  static func leftOut(_ path: String, _ error: ReadError) -> String {
    sentence(error, in: path, advises: false) + " Il n’est pas compté."
  }

  static func leftOut(_ path: String, _ incoherence: LigneDeFaits.Incoherence) -> String {
    let why =
      switch incoherence {
      case .tropDeFaits: "il dit plus de \(Fait.most) choses différentes"
      case .identifiant: "son identifiant est vide ou trop long"
      case .tropDeTransmissions: "ses transmissions sont trop nombreuses ou mal écrites"
      case .tropDeTextes: "ses textes sont plus longs qu’une ligne de faits n’en tient"
      case .masque: "ses textes ne peuvent pas être donnés sans les noms"
      }
    return "\(Self.path(path)) est incohérent\u{A0}: \(why). Il n’est pas compté."
  }

  static func isTerritory(_ path: String) -> String {
    "\(Self.path(path)) est un territoire, et non une structure\u{A0}: il n’est pas compté."
  }

  static func newerIsCounted(_ path: String, _ version: Int) -> String {
    "\(Self.path(path)) vient d’un Palier plus récent (version \(version) du format)\u{A0}: ce qui s’en "
      + "comprend est compté."
  }

  /// What is wrong with correspondances that can be read, and what to do.
  static func sentence(
    _ faute: Correspondances.Faute, in name: String, at position: TextPosition?
  ) -> String {
    let spot = position.map { "\(place($0)), " } ?? ""
    let (what, advice) =
      switch faute {
      case .codeEnDouble(let code):
        ("le code \(quoted(code)) est donné deux fois", "Donnez à chaque sujet un code à lui.")
      case .codeIllisible(let code):
        (
          code.isEmpty
            ? "un code est vide"
            : "le code \(quoted(code)) contient un espace, un deux-points ou une barre",
          "Écrivez-le avec des lettres, des chiffres et des tirets."
        )
      case .sansTitre(let code):
        ("le sujet \(quoted(code)) n’a pas d’intitulé", "Donnez-lui celui que l’on doit lire.")
      case .sansPoint(let code):
        ("le sujet \(quoted(code)) n’a pas de point", "Nommez ce qu’il réunit, ou retirez-le.")
      case .pointIllisible(let point):
        ("\(quoted(point)) n’est pas un point", "Écrivez «\u{A0}référentiel:code\u{A0}».")
      case .pointEnDouble(let point):
        ("le point \(quoted(point)) est de deux sujets", "Laissez-le dans un seul.")
      case .tropDeSujets(let count):
        (
          "il y a \(count) sujets, et \(Correspondances.mostSujets) au plus",
          "Gardez ceux dont on parle ensemble."
        )
      case .commande(let text):
        (
          "le texte \(quoted(text, columns: 40)) contient un caractère de commande du terminal",
          "Retirez-le."
        )
      }
    return
      "Le fichier de correspondances \(path(name)) est laissé de côté\u{A0}: \(spot)\(what). \(advice)"
  }

  // What has to be looked at of a structure.

  private static func structure(_ id: String, _ path: String?) -> String {
    path.map(Self.path) ?? "La structure \(quoted(id))"
  }

  static func withoutConsent(_ id: String, _ path: String?) -> String {
    "\(structure(id, path))\u{A0}: sans accord qui vaille ce jour, pas comptée. Demandez-lui de vous "
      + "transmettre sa démarche, ou notez son accord dans le fichier du territoire."
  }

  static func twoUnderOneID(_ id: String, _ path: String?) -> String {
    "\(structure(id, path))\u{A0}: deux structures sous un identifiant, comptées pour une. L’une a "
      + "pris le fichier de l’autre pour modèle\u{A0}: refaites-le avec palier nouveau."
  }

  static func copies(_ count: Int, _ path: String) -> String {
    "\(Self.path(path))\u{A0}: \(count) copies, et la plus avancée est comptée. Réunissez-les avec palier "
      + "fusionner --copies."
  }

  // Partials.

  static func damagedFacts(_ path: String, _ number: Int, _ why: String) -> String {
    "Le fichier de faits \(Self.path(path)) ne peut pas être lu, ligne \(number)\u{A0}: \(why). Refaites-le\u{A0}: "
      + "une partie ne dirait rien de juste."
  }

  static let cutLine = "elle n’a pas de fin, le fichier est coupé"
  static let longLine = "elle est plus longue qu’une structure ne peut dire"

  static func sentence(_ faute: LigneDeFaits.Faute) -> String {
    switch faute {
    case .json: "ce n’est pas du JSON"
    case .version(let version): "ce Palier ne connaît pas la version \(version) des faits"
    case .cle(let key): "\(quoted(key, columns: 30)) n’est pas comme Palier l’écrit"
    }
  }

  static func otherDay(_ path: String, _ number: Int, _ day: Day, than other: Day) -> String {
    "Le fichier de faits \(Self.path(path)) est du \(day.french), ligne \(number), et non du "
      + "\(other.french)\u{A0}: deux jours ne se réunissent pas. Refaites-le avec --date \(other.iso)."
  }

  static func factsCannotBeRead(_ error: StoreError, in path: String) -> String {
    "Le fichier de faits \(Self.path(path)) ne peut pas être lu\u{A0}: \(whyUnreadable(error.cause))"
  }

  static func listCannotBeRead(_ error: StoreError, in path: String) -> String {
    "La liste \(Self.path(path)) ne peut pas être lue\u{A0}: \(whyUnreadable(error.cause))"
  }

  static func isNoPartial(_ path: String) -> String {
    "\(Self.path(path)) n’est pas remplacé\u{A0}: ce n’est pas un fichier de faits. Choisissez un autre nom."
  }

  static func openFolder(_ folder: String) -> String {
    "Les faits ne sont pas écrits dans \(path(folder))\u{A0}: d’autres peuvent y écrire, et ils sont "
      + "confidentiels. Choisissez un dossier à vous seul, ou fermez celui-là (chmod go-w)."
  }

  static func factsWritten(_ path: String, structures: Int) -> String {
    "Les faits de \(structures.counting("structure")) sont dans \(Self.path(path)), lisible par vous seul. "
      + "Ils sont confidentiels, même sans noms\u{A0}: supprimez ce fichier après usage."
  }

  // The synthesis.

  static let factsAreNoSynthesis =
    "--faits et --vers ne vont pas ensemble\u{A0}: l’un écrit des faits confidentiels, l’autre une synthèse."

  static func notEnough(_ number: Int, option: String, least: Int) -> String {
    "\(option) \(number)\u{A0}: une chose n’est dite que de \(least) structures au moins, et de 1 000 au plus."
  }

  static func tooFew(_ count: Int, needed: Int) -> String {
    let said =
      count == 0 ? "Aucune structure n’est comptée" : "\(count.counting("structure")) seulement"
    return "\(said)\u{A0}: une synthèse en demande \(needed) au moins, pour n’en montrer aucune."
  }

  static func syntheseTitle(_ synthese: Synthese, _ name: String?) -> String {
    let whole = "\(synthese.structures.counting("structure")), le \(synthese.jour.french)"
    return name.map { "\(shown($0))\u{A0}: \(whole)" } ?? "Synthèse de \(whole)"
  }

  /// What may be done with it, and what it does not name.
  static func status(_ synthese: Synthese) -> String {
    if !synthese.estRendue {
      return "À relire, pas à donner. Rien de ce que moins de \(synthese.seuil) structures disent."
    }
    return synthese.taitLeReste
      ? "Ce qui n’est pas ici n’est pas dit."
      : "Ce qui n’est pas ici est dit par moins de \(synthese.seuil) structures."
  }

  static func nothingInCommon(_ least: Int) -> String {
    "Il n’y a rien que \(least) structures au moins disent."
  }

  static func syntheseWritten(_ path: String, isHandedOut: Bool) -> String {
    "La synthèse est dans \(Self.path(path)), lisible par vous seul\u{A0}: "
      + (isHandedOut
        ? "elle peut être donnée, et le territoire s’en souvient." : "à relire, pas à donner.")
  }

  // Handing out.

  static let needsTerritory =
    "--rendre demande un territoire\u{A0}: nommez d’abord son fichier, une démarche qui a la clé "
    + "«\u{A0}territoire\u{A0}». Il se souvient de ce qui est rendu."
  static let handsOutNoFacts =
    "--rendre et --faits ne vont pas ensemble\u{A0}: les faits sont confidentiels, et ne se rendent pas."

  static func refused(_ refusal: Restitutions.Refus, least: Int) -> String {
    switch refusal {
    case .tropPeu(let few): return tooFew(few.structures, needed: few.ilEnFaut)
    case .difference(let count, let day):
      let since = day.map { "celle du \($0.french)" } ?? "une autre"
      return
        "Pas rendue\u{A0}: \(count.counting("structure")) seulement \(count.agreeing("distingue", "distinguent")) "
        + "cette synthèse de \(since), et la différence \(count.agreeing("la", "les")) montrerait. Attendez-en "
        + "\(max(1, least - count)) de plus, ou reprenez les mêmes structures."
    case .autreNiveau(let par, let day):
      let since = day.map { " le \($0.french)" } ?? ""
      return
        "Pas rendue\u{A0}: ces structures ont été lues par \(par.rawValue)\(since), et la différence de deux "
        + "niveaux en montrerait une. Gardez --par \(par.rawValue)."
    case .tropDeRestitutions(let count):
      return
        "Pas rendue\u{A0}: \(count) synthèses l’ont été déjà, et une autre ne peut plus être comparée à toutes. "
        + "Reprenez les structures de l’une d’elles."
    }
  }
}
