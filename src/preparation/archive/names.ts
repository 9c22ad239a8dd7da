/** Of Windows and of Unix, and what would leave the folder. */
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"/\\|?*]/g
/** Windows keeps these for itself, whatever the ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** A file's name as a person sent it, as every system can write it: never a path. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(FORBIDDEN, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
  const short = plain.length > 120 ? `${plain.slice(0, 100)}${/\.\w{1,8}$/.exec(plain)?.[0] ?? ''}` : plain
  return short === '' || RESERVED.test(short) ? `_${short}` : short
}

/** The same, and another than those taken: « liste (2).xlsx ». */
export function freeName(name: string, taken: Set<string>): string {
  const safe = safeName(name)
  const [, stem = safe, ending = ''] = /^(.*?)(\.\w{1,8})?$/s.exec(safe) ?? []
  let free = safe
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${stem} (${n})${ending}`
  taken.add(free.toLowerCase())
  return free
}
