/** The upper halves (bytes 80 to FF) of the character sets that French files were wrongly read in; C1 controls where windows-1252 has nothing, as browsers do. */
const UPPER = {
  windows1252:
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ' +
    '\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿' +
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß' +
    'àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  macRoman:
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü' +
    '†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
    '¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄¤‹›ﬁﬂ' +
    '‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uFFFDÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ' +
    'áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
    '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀' +
    'ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
}

export type Charset = keyof typeof UPPER

const BYTES: Record<Charset, ReadonlyMap<string, number>> = {
  windows1252: bytesOf(UPPER.windows1252),
  macRoman: bytesOf(UPPER.macRoman),
  cp850: bytesOf(UPPER.cp850),
}

function bytesOf(upper: string): ReadonlyMap<string, number> {
  return new Map([...upper].map((char, index) => [char, index + 128]))
}

/** The byte from 80 to FF that this character shows in a character set. A C1 control is its own byte: Latin-1 and windows-1252 are mixed everywhere. */
export function byteOf(char: string, charset: Charset): number | undefined {
  const byte = BYTES[charset].get(char)
  if (byte !== undefined) return byte
  const code = char.charCodeAt(0)
  return charset === 'windows1252' && code >= 0x80 && code <= 0x9f ? code : undefined
}

/** The character of a byte; ASCII is itself in all of them. */
export const charOf = (byte: number, charset: Charset): string =>
  byte < 128 ? String.fromCharCode(byte) : (UPPER[charset][byte - 128] ?? '')
