/** Why a mail did not leave, for the person who sent it. What the mail server said is kept after the sentence. */
export function whyNotSent(error: unknown): string {
  const { code = '', responseCode, response, message } = error as Partial<SmtpError>
  const said = short(response ?? message ?? String(error))
  return `${sentence(code, responseCode)}${said ? ` (${said})` : ''}`
}

interface SmtpError extends Error {
  readonly code: string
  readonly responseCode: number
  readonly response: string
}

function sentence(code: string, answer: number | undefined): string {
  if (answer !== undefined && [550, 551, 553].includes(answer))
    return 'Le serveur de courriel ne connaît pas cette adresse : vérifiez-la, puis renvoyez.'
  if (answer === 552) return 'La boîte de cette personne est pleine, ou le courriel est trop lourd.'
  if (code === 'EAUTH') return 'Le serveur de courriel a refusé le nom ou le mot de passe de Carnet.'
  if (code === 'EENVELOPE') return 'Le serveur de courriel a refusé l’adresse d’envoi ou de réception.'
  if (NO_ANSWER.has(code))
    return 'Le serveur de courriel ne répond pas : réessayez dans quelques minutes. Rien n’est perdu.'
  return 'Le serveur de courriel a refusé ce courriel.'
}
const NO_ANSWER = new Set(['ECONNECTION', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ENOTFOUND'])

const short = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 200)
