// Prepares the example town's messy files with the command line, and tells what was done. Everything is written into demo/out/.
import { execFile } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const exec = promisify(execFile)
const OUT = 'demo/out'
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

const bar = (done, total, label) => {
  const width = 30
  const filled = Math.round((done / total) * width)
  const line = `[${'█'.repeat(filled)}${'·'.repeat(width - filled)}] ${done}/${total} ${label}`
  process.stderr.isTTY ? process.stderr.write(`\r\x1b[K${line}`) : process.stderr.write(`${line}\n`)
}

const read = path => JSON.parse(readFileSync(path, 'utf8'))
const plural = (n, one, many) => `${n} ${n > 1 ? many : one}`

function tell({ title, files, model }, folder) {
  const recipe = read(join(folder, 'recipe.json'))
  const report = read(join(folder, 'report.json'))
  const questions = readFileSync(join(folder, 'questions.csv'), 'utf8').trim().split('\n').length - 1
  const errors = report.findings.filter(finding => finding.level === 'error').length
  const applied = recipe.steps.filter(step => !step.off)
  return [
    `\n■ ${title}  (modèle ${model})`,
    `  Reçu : ${files.join(', ')}`,
    `  Fait, ${plural(applied.length, 'étape certaine', 'étapes certaines')} :`,
    ...applied.slice(0, 6).map(step => `    – ${step.reason}`),
    ...(applied.length > 6 ? [`    … et ${applied.length - 6} autres, dans ${join(folder, 'recipe.json')}`] : []),
    `  Résultat : ${plural(report.rows, 'ligne', 'lignes')}, conforme à ${String(report.conformity).replace('.', ',')} %${
      report.valid ? ', valide' : `, ${plural(errors, 'point à corriger', 'points à corriger')}`
    }`,
    `  Il reste ${plural(questions, 'question', 'questions')} pour les services : ${join(folder, 'questions.csv')}`,
  ].join('\n')
}

rmSync(OUT, { recursive: true, force: true })
console.log(`Carnet — la ville d'exemple : ${town.name} (${town.insee})`)
console.log("DONNÉES D'EXEMPLE : tout est inventé. N'y cherchez ni un défibrillateur, ni un commerce.\n")

const stories = []
for (const [index, set] of sets.entries()) {
  bar(index, sets.length, set.title)
  const folder = join(OUT, set.slug)
  const { code, stderr } = await carnet([
    'prepare',
    ...set.files.map(file => join('demo/files', file)),
    ...[
      '--model',
      set.model,
      '--insee',
      town.insee,
      '--siret',
      town.siret,
      '--addresses',
      'demo/files/adresses-78217.csv',
      '--out',
      folder,
    ],
  ])
  if (code === 2) {
    process.stderr.write(`\n${stderr}`)
    process.exit(1)
  }
  stories.push(tell(set, folder))
}
bar(sets.length, sets.length, 'terminé\n')
console.log(stories.join('\n'))
console.log(
  `\nTout est dans ${OUT}/ : pour chaque jeu, table.csv (le tableau au propre), recipe.json (les étapes), report.json (la vérification), questions.csv.`,
)
