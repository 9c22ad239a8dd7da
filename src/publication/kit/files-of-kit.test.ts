import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { expect, onTestFinished, test } from 'vitest'
import { blocksOf, linksIn, plainOf } from '../../contract/kit-blocks.ts'
import { docxOf } from './docx.ts'
import { posterSvg } from './poster-svg.ts'

const TEXT = `# Épône ouvre ses données

Première ligne,
seconde ligne : https://carnet.epone.fr.

## Ce que l’on y trouve

- Défibrillateurs <b> & co. https://carnet.epone.fr/jeux/dae
- Commerces`

test('titles, items, paragraphs and addresses are told apart', () => {
  expect(blocksOf(TEXT).map(({ type }) => type)).toEqual(['title', 'paragraph', 'title', 'item', 'item'])
  expect(linksIn('Là : https://a.fr/x. Et')).toEqual([
    { text: 'Là : ' },
    { text: 'https://a.fr/x', href: 'https://a.fr/x' },
    { text: '. Et' },
  ])
  expect(plainOf(TEXT).split('\n')[0]).toBe('Épône ouvre ses données')
})

const office = () => {
  try {
    return execFileSync('which', ['soffice'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}
test.skipIf(!office())(
  'the Word document, opened by LibreOffice (when it is installed), says the same',
  { timeout: 90_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'carnet-docx-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    writeFileSync(join(folder, 'communique.docx'), await docxOf('Communiqué', TEXT))
    const convert = [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      'html:HTML:EmbedImages',
    ]
    execFileSync('soffice', [...convert, '--outdir', folder, join(folder, 'communique.docx')], { stdio: 'ignore' })
    const html = readFileSync(join(folder, 'communique.html'), 'utf8').replace(/\s+/g, ' ')
    expect(html).toMatch(/<h1[^>]*>.*Épône ouvre ses données.*<\/h1>/)
    expect(html).toMatch(/<h2[^>]*>.*Ce que l’on y trouve.*<\/h2>/)
    expect(html).toMatch(/<li[^>]*>.*Défibrillateurs &lt;b&gt; &amp; co\./)
    expect(html).toContain('<a href="https://carnet.epone.fr/jeux/dae">')
    expect(html).toMatch(/Première ligne,\s*<br\s*\/?>/)
  },
)

/** Texts of the picture, each with where it ends on the page, at the width of a letter that the picture counts with. */
function textsOf(svg: string): { text: string; right: number; bottom: number }[] {
  const found: { text: string; right: number; bottom: number }[] = []
  let now: { x: number; y: number; size: number; middle: boolean } | undefined
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const is = (key: string) => Number(attributes[key])
    now =
      name === 'text'
        ? { x: is('x'), y: is('y'), size: is('font-size'), middle: 'text-anchor' in attributes }
        : undefined
  })
  parser.on('text', text => {
    if (now)
      found.push({ text, right: now.x + ([...text].length * now.size * 0.56) / (now.middle ? 2 : 1), bottom: now.y })
  })
  parser.on('error', error => {
    throw error
  })
  parser.write(svg).close()
  return found
}

test('the poster is one page of well-formed SVG, on which everything stays', () => {
  const many = Array.from({ length: 40 }, (_, at) => `- Jeu numéro ${at + 1} <&> de la commune`).join('\n')
  for (const items of ['- Défibrillateurs', many])
    for (const title of [
      'Les données d’Épône sont à vous',
      'Les données de Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson sont à vous',
    ]) {
      const svg = posterSvg(`# ${title}\n\nSix jeux\n\n${items}\n\nScannez.`, 'https://carnet.epone.fr')
      const texts = textsOf(svg)
      expect(texts.map(({ text }) => text).join(' ')).toContain('Scannez.')
      for (const { right, bottom } of texts) expect([right <= 210, bottom <= 297]).toEqual([true, true])
    }
  expect(posterSvg(`# T\n\n${many}`, 'https://a.fr')).toMatch(/et \d+ autres/)
})
