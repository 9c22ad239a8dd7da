const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text for an element or a quoted attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => SIGNS[sign]!)

/** HTML that is already safe. Only `html` makes it. */
export class Html {
  constructor(readonly text: string) {}
}

type Piece = string | number | Html | readonly Html[] | undefined | false

/** What is put in the template is escaped, unless it is HTML made here. */
export const html = (texts: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
  new Html(texts.reduce((done, text, index) => `${done}${written(pieces[index - 1])}${text}`))

function written(piece: Piece): string {
  if (piece === undefined || piece === false) return ''
  if (piece instanceof Html) return piece.text
  if (typeof piece === 'object') return piece.map(({ text }) => text).join('')
  return escaped(String(piece))
}

/** A whole page: French, one title, one main landmark. `body` holds its one h1. */
export const page = (title: string, body: Html): string =>
  html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/public/icone.svg" type="image/svg+xml">
<link rel="stylesheet" href="/public/pages.css">
</head>
<body>
<header><a href="/"><img src="/public/icone.svg" alt="" width="32" height="32">Carnet</a></header>
<main>
${body}
</main>
</body>
</html>
`.text
