// Prepares the example town's messy files with the command line, and tells what was done. Everything is written into demo/out/.
import { execFile } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Papa from 'papaparse'

const exec = promisify(execFile)
const OUT = 'demo/out'
const EXAMPLE = "DONNÉES D'EXEMPLE : tout est inventé. N'y cherchez ni un défibrillateur, ni un commerce."
const town = JSON.parse(readFileSync('demo/ville.json', 'utf8'))
const sets = JSON.parse(readFileSync('demo/jeux.json', 'utf8'))

const carnet = async args => {
  try {
    return { code: 0, ...(await exec(process.execPath, ['bin/carnet.mjs', ...args], { maxBuffer: 1 << 26 })) }
  } catch (error) {
    if (typeof error.code !== 'number') throw error
    return { code: error.code, stdout: error.stdout, stderr: error.stderr }
  }
}

const prepare = ({ files, model }, folder) =>
  carnet([
    'prepare',
    ...files.map(file => join('demo/files', file)),
    ...['--model', model, '--insee', town.insee, '--siret', town.siret],
    ...['--addresses', 'demo/files/adresses-78217.csv', '--out', folder],
  ])

const bar = (done, total, label) => {
  const filled = Math.round((done / total) * 30)
  const line = `[${'█'.repeat(filled)}${'·'.repeat(30 - filled)}] ${done}/${total} ${label}`
  process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`)
}

const json = path => JSON.parse(readFileSync(path, 'utf8'))
const rowsOf = path => Papa.parse(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data
const plural = (n, one, many) => `${n} ${n > 1 ? many : one}`

/** A sentence cut at a comma or a semicolon: the whole of it is in the files. */
function short(text, length = 170) {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' ; '), cut.lastIndexOf(', '), cut.lastIndexOf(' '))).trimEnd()}…`
}

const list = (items, most, where) => [
  ...items.slice(0, most).map(item => `    – ${short(item)}`),
  ...(items.length > most ? [`    … et ${plural(items.length - most, 'autre', 'autres')}, dans ${where}`] : []),
]

/** What a person should do with the set now: a map whose points are wrong stays closed, and the work is kept. */
function verdict({ findings, rows, valid }) {
  const far = new Set(findings.filter(({ code }) => /^carnet\/(outside|swapped|far)/.test(code)).map(({ row }) => row))
  const rounded = findings.find(({ code }) => code === 'carnet/rounded-coordinates')
  if (rounded || far.size > rows / 2)
    return `à garder fermé pour l'instant, ses positions ne sont pas sûres ; le travail est gardé. ${
      far.size ? `Lignes à revoir dans table.csv : ${[...far].join(', ')}. ` : ''
    }${rounded?.message ?? ''}`
  return valid ? 'prêt à relire, puis à publier.' : 'à compléter avant de publier.'
}

function tell({ title, files, model }, folder) {
  const { steps } = json(join(folder, 'recipe.json'))
  const report = json(join(folder, 'report.json'))
  const questions = rowsOf(join(folder, 'questions.csv')).map(({ ligne, question }) =>
    ligne ? `ligne ${ligne} : ${question}` : question,
  )
  const errors = report.findings.filter(({ level }) => level === 'error').length
  const applied = steps.filter(step => !step.off)
  return [
    `\n■ ${title}  (modèle ${model})`,
    `  Reçu : ${files.join(', ')}`,
    `  Fait, ${plural(applied.length, 'étape', 'étapes')} :`,
    ...list(
      applied.map(({ reason }) => reason),
      6,
      join(folder, 'recipe.json'),
    ),
    `  Résultat : ${plural(report.rows, 'ligne', 'lignes')}, conforme à ${String(report.conformity).replace('.', ',')} %${
      report.valid
        ? '.'
        : `, ${plural(errors, 'valeur manque ou est à corriger', 'valeurs manquent ou sont à corriger')}.`
    }`,
    `  Ce que vous seuls savez, ${plural(questions.length, 'question', 'questions')} :`,
    ...list(questions, 4, join(folder, 'questions.csv')),
    `  Ce jeu est ${verdict(report)}`,
  ].join('\n')
}

rmSync(OUT, { recursive: true, force: true })
console.log(`Carnet — la ville d'exemple : ${town.name} (${town.insee})\n${EXAMPLE}\n`)
const stories = []
for (const [index, set] of sets.entries()) {
  bar(index, sets.length, set.title)
  const folder = join(OUT, set.slug)
  const { code, stderr } = await prepare(set, folder)
  if (code === 2) {
    process.stderr.write(`\n${stderr}`)
    process.exit(1)
  }
  stories.push(tell(set, folder))
}
bar(sets.length, sets.length, 'terminé\n')
console.log(stories.join('\n'))
console.log(`
Tout est dans ${OUT}/, un dossier par jeu : table.csv (le tableau au propre), recipe.json (les étapes), report.json (la vérification), questions.csv.
${EXAMPLE}`)
