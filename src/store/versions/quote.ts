/** An identifier of SQL, whatever is in it. A zero byte and an empty name have no writing: the caller gives another name. */
export function quoteName(name: string): string {
  if (name === '' || name.includes('\0')) throw new RangeError(`no identifier can be ${JSON.stringify(name)}`)
  return `"${name.replaceAll('"', '""')}"`
}

/** A text of SQL, where no parameter can be bound. */
export function quoteText(text: string): string {
  if (text.includes('\0')) throw new RangeError('no text of SQL can hold a zero byte')
  return `'${text.replaceAll("'", "''")}'`
}
