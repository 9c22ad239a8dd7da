/** The cell as a sentence cites it: « 31/02/2021 », cut when long so that a 10 MB cell never fills a report. */
export const quoted = (text: string): string => {
  const line = text.slice(0, 400).replace(/\s+/g, ' ').trim()
  return `« ${line.length > 80 ? `${line.slice(0, 79)}…` : line} »`
}

/** « a, b ou c », for the values a person may choose from. */
export const anyOf = (values: readonly string[]): string => {
  if (values.length < 2) return values[0] ?? ''
  return `${values.slice(0, -1).join(', ')} ou ${values[values.length - 1]}`
}
