import type { Cast } from './cast.ts'

/** Formats of text (Table Schema): the others, unknown to the standard, judge nothing. */
export function castString(format: string): Cast {
  switch (format) {
    case 'email':
      return text => (isEmail(text) ? text : undefined)
    case 'uri':
      return text => (isUri(text) ? text : undefined)
    case 'uuid':
      return text => (/^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i.test(text) ? text : undefined)
    case 'binary':
      return text => (text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text) ? text : undefined)
    default:
      return text => text
  }
}

/** As the `validators` package of frictionless 4.38: a local part in plain letters, a domain with a dot whose last part has two letters or more. */
const isEmail = (text: string): boolean => {
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  const domain = text.slice(at + 1)
  return (
    at > 0 &&
    local.length <= 64 &&
    domain.length <= 253 &&
    /^[-!#$%&'*+/=?^_`{}|~0-9A-Za-z]+(?:\.[-!#$%&'*+/=?^_`{}|~0-9A-Za-z]+)*$/.test(local) &&
    /\.[^.]{2,}$/.test(domain) &&
    domain.split('.').every(label => /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u.test(label))
  )
}

/** As frictionless 4.38 (`rfc3986`, scheme required): it only asks for a scheme, and lets accents and spaces through. */
const isUri = (text: string): boolean => /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text)
