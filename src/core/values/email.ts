import { refuseNullWord } from './null-word.ts'
import { anyOf, quoted } from './quoted.ts'
import { certain, doubtful, EMPTY, type Reading, refused } from './reading.ts'
import { oneLine, stripAccents } from './text.ts'

/** The addresses that mail servers take in practice: RFC 5321's dot-atom, lengths of 64 and 254, a domain of two labels or more. */
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:\p{L}{2,24}|xn--[a-z0-9-]{2,59})$/u
const MARKS = /^(?:(?:e-?mail|mail|courriel|m[eé]l|adresse)\s*:\s*)?(?:mailto:)?[<("']*|[>)"',;.]*$/gi

export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@')
  return text.length <= 254 && at > 0 && at <= 64 && LOCAL.test(text.slice(0, at)) && DOMAIN.test(text.slice(at + 1))
}

/**
 * An e-mail address. The domain goes to lower case (it has no case); the part before @ keeps its own, which is its owner's business.
 * « mairie (at) epone.fr » is certain; two addresses, an accent or a space inside are asked.
 */
export function readEmail(text: string): Reading {
  const line = oneLine(text)
  if (line === '') return EMPTY
  if (line.length > 1000) return refused(`J'ai lu ${quoted(line)} ; j'attendais une adresse de courriel.`)
  const bare = line.replace(MARKS, '').replace(/\?(?:subject|body|cc)=.*$/i, '')
  const address = lowerDomain(bare)
  if (isEmail(address))
    return address === text ? certain(address) : certain(address, `${quoted(line)} écrit ${address}.`)
  return disguised(line, bare) ?? several(line) ?? nearly(line, bare) ?? unknown(line)
}

const lowerDomain = (address: string): string => {
  const at = address.lastIndexOf('@')
  return at < 0 ? address : address.slice(0, at + 1) + address.slice(at + 1).toLowerCase()
}

/** « mairie [at] epone [point] fr », written so that robots do not find it. */
function disguised(line: string, bare: string): Reading | undefined {
  const address = lowerDomain(
    bare
      .replace(/\s*[[({]\s*(?:at|arobase|a|@|chez)\s*[\])}]\s*|\s+(?:at|arobase)\s+/i, '@')
      .replace(/\s*[[({]\s*(?:dot|point|\.)\s*[\])}]\s*|\s+(?:dot|point)\s+/gi, '.'),
  )
  return isEmail(address) ? certain(address, `${quoted(line)} écrit ${address}.`) : undefined
}

function several(line: string): Reading | undefined {
  const found = [
    ...new Set(
      line
        .split(/[\s,;<>()[\]|"]+|\/(?=\S+@)/)
        .map(piece => lowerDomain(piece.replace(MARKS, '')))
        .filter(isEmail),
    ),
  ].slice(0, 10)
  if (found.length === 0) return undefined
  const candidates = found.map(value => ({ value, reason: 'adresse trouvée dans la cellule' }))
  if (found.length === 1) return doubtful(`Dans ${quoted(line)}, faut-il garder l'adresse ${found[0]} ?`, candidates)
  return doubtful(`${quoted(line)} contient plusieurs adresses : laquelle garder, ${anyOf(found)} ?`, candidates)
}

/** A space, an accent, a comma for a point: likely repairs, each one asked. */
function nearly(line: string, bare: string): Reading | undefined {
  const repairs = [
    { value: bare.replace(/\s+/g, ''), reason: 'sans les espaces' },
    { value: stripAccents(bare), reason: 'sans les accents' },
    { value: bare.replace(/,/g, '.').replace(/\.{2,}/g, '.'), reason: 'avec un point' },
    { value: stripAccents(bare).replace(/\s+/g, '').replace(/,/g, '.'), reason: 'sans espaces ni accents' },
    { value: bare.replace(/@{2,}/, '@'), reason: 'avec un seul @' },
  ]
  const possible = repairs
    .map(repair => ({ ...repair, value: lowerDomain(repair.value) }))
    .find(({ value }) => isEmail(value))
  return possible && doubtful(`${quoted(line)} est-il l'adresse ${possible.value} ?`, [possible])
}

const unknown = (line: string): Reading =>
  refuseNullWord(line) ??
  refused(
    line.includes('@')
      ? `${quoted(line)} n'est pas une adresse de courriel complète ; j'attendais par exemple mairie@epone.fr.`
      : `J'ai lu ${quoted(line)} ; j'attendais une adresse de courriel, avec un @, par exemple mairie@epone.fr.`,
  )
