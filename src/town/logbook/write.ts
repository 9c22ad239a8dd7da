import type { LogbookDay } from '../../contract/logbook.ts'

/** The logbook as one text, first day first: `#` are titles, `-` items, as in every text of the town. */
export function logbookAsText(town: string, days: readonly LogbookDay[]): string {
  return written(town, days, text => text)
}

/** The same as Markdown: what a set or a person is called never becomes a sign of the page. */
export function logbookAsMarkdown(town: string, days: readonly LogbookDay[]): string {
  return `${written(town, days, escapeMarkdown)}\n`
}

function written(town: string, days: readonly LogbookDay[], plain: (text: string) => string): string {
  const inOrder = [...days].sort((a, b) => (a.day < b.day ? -1 : 1))
  return [`# Carnet de bord, ${plain(town)}`, ...inOrder.flatMap(day => dayWritten(day, plain))].join('\n\n')
}

function dayWritten({ title, sentences, note }: LogbookDay, plain: (text: string) => string): string[] {
  const items = sentences.map(({ text }) => `- ${plain(text.replace(/\s+/g, ' '))}`).join('\n')
  const body = note.body.trim()
  return [`## ${capital(title)}`, ...(items === '' ? [] : [items]), ...(body === '' ? [] : [lowered(body)])]
}

/** Titles that somebody wrote are below the day's. */
const lowered = (body: string): string => body.replace(/^#{1,3}(?=\s)/gm, '###')

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&')
