/** Words that say a role or a place of the town hall: with one of them, a name is not a person's. */
const ROLES =
  /mairie|ville|commune|service|accueil|contact|secr[eé]tari|direction|dgs|urbanisme|technique|culture|patrimoine|communication|finances|[eé]tat.?civil|office|tourisme|syndicat|communaut[eé]|agglom|m[eé]tropole|biblioth|m[eé]diath|r[eé]f[eé]rent|donn[eé]es|open.?data|enfance|scolaire|sport|association|police|environnement|voirie|[eé]conomi|animation|ccas|cr[eè]che|info|administration|d[eé]chets|[eé]nergie|eau|habitat|social|jeunesse|num[eé]rique|bonjour|courrier/i

const CIVILITY = /\b(?:m|mr|mme|mlle|monsieur|madame|mademoiselle|dr|me)\b\.?\s+\p{L}/iu
/** « Camille Durand », « Jean-Luc DUPONT » */
const TWO_NAMES = /^\p{Lu}[\p{Ll}'’]+(?:-\p{Lu}[\p{Ll}'’]+)?\s+\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)?$/u
/** `prenom.nom@`, `p.nom@`, `prenom_nom@` */
const PERSON_MAIL = /^[a-zà-ÿ]+(?:-[a-zà-ÿ]+)?[._][a-zà-ÿ-]{2,}\d*$/i

/** A fiche outlives whoever holds the post: says when its contact looks like one person. */
export function looksLikePerson({ name, mail }: { readonly name: string; readonly mail?: string }): boolean {
  if (CIVILITY.test(name)) return true
  if (TWO_NAMES.test(name.trim()) && !ROLES.test(name)) return true
  return mail !== undefined && isPersonMail(mail)
}

export function isPersonMail(mail: string): boolean {
  const local = mail.slice(0, mail.indexOf('@'))
  return PERSON_MAIL.test(local) && !ROLES.test(local)
}
