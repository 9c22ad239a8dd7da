import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/**
 * Numbers of fewer than ten digits that France gave out, SMS codes included: the French short codes of Google's libphonenumber
 * (`ShortNumberMetadata`, region FR), which `libphonenumber-js` does not carry.
 */
const SHORT =
  /^(?:1(?:0\d{2}|1(?:[02459]|6(?:000|111)|8\d{3})|9[167]|[578])|2(?:0(?:000|20)|24)|3\d{3,4}|6(?:1[14]|34|\d{4})|7(?:0[06]|22|40|\d{4})|[458]\d{4})$/

export const isShortNumber = (digits: string): boolean => SHORT.test(digits)

/** Between digits: what libphonenumber calls valid punctuation, and letters (a keypad's). */
const VIABLE =
  /^(?:\d{2}|[+＋]*(?:[-x‐-―−ー－／ \u00A0\u00AD\u200B\u2060\u3000()（）［］.[\]/~⁃∼～*]*\d){3,}[-x‐-―−ー－／ \u00A0\u00AD\u200B\u2060\u3000()（）［］.[\]/~⁃∼～*A-Za-z\d]*)$/
const EXTENSION = /(?:;ext=|[ \u00A0\t,]*(?:e?xtn?|extensi[oó]n?|anexo|int|[x#~])[:.]?[ \u00A0\t,-]*)(\d{1,9})#?$/i

/**
 * The check `phone-number-value` of Validata (validata_core/custom_checks/phone_number_value.py): a number of French numbering, a French
 * short number (115, 3949) or a full international number. The way Python's `phonenumbers` cuts the number out of its text is followed,
 * because `libphonenumber-js` finds a number inside a sentence where Python finds none.
 */
export function isPhoneForFrance(text: string): boolean {
  if (text.length > 250) return false
  const possible = text
    .replace(/^[^+＋\d]+/, '')
    .replace(/[^\p{L}\p{N}#]+$/u, '')
    .replace(/[\\/] *x.*$/, '')
  const digits = possible.replace(EXTENSION, '')
  // A slow pattern on a text of at most 250 characters; each class ends on a digit, so that it reads once.
  if (!VIABLE.test(digits)) return false
  const parsed = parsePhoneNumberFromString(onKeypad(digits), 'FR')
  if (parsed === undefined) return false
  return parsed.isValid() || (parsed.countryCallingCode === '33' && isShortNumber(parsed.nationalNumber))
}

/** Three letters or more are read on the keypad (« 0800 MAIRIE »); fewer are dropped. */
function onKeypad(possible: string): string {
  const letters = possible.match(/[A-Za-z]/g)?.length ?? 0
  const keypad = (letter: string) => '22233344455566677778889999'[letter.toLowerCase().charCodeAt(0) - 97] ?? ''
  return possible.replace(/[A-Za-z]/g, letter => (letters >= 3 ? keypad(letter) : '')).replace(/[^+＋\d]/g, '')
}
