import { AXES, type AxisId, SCORED } from './questions.ts'

/** What one person answered, by question. A question that is not there, or empty, was not answered. */
export type Answers = Readonly<Record<string, string>>

export interface AxisScore {
  readonly id: AxisId
  readonly title: string
  readonly points: number
  /** Of the questions answered: one that was not answered is no zero. */
  readonly most: number
  readonly answered: number
  readonly asked: number
}
export interface Score {
  readonly axes: readonly AxisScore[]
  /** Always the sum of the axes above: it is written nowhere else. */
  readonly total: number
  readonly most: number
  /** Scored questions without an answer. */
  readonly missing: number
  /** Only when nothing is missing. */
  readonly level?: Level
}

export const MOST_POINTS = 4

export function scoreOf(answers: Answers): Score {
  const axes = AXES.map(({ id, title }) => axisScore(id, title, answers))
  const total = sum(axes.map(({ points }) => points))
  const most = sum(axes.map(axis => axis.most))
  const missing = sum(axes.map(({ asked, answered }) => asked - answered))
  return { axes, total, most, missing, ...(missing === 0 && { level: levelOf(total) }) }
}

function axisScore(id: AxisId, title: string, answers: Answers): AxisScore {
  const asked = SCORED.filter(({ axis }) => axis === id)
  const given = asked.map(question => answers[question.id] ?? '').filter(answer => /^[0-4]$/.test(answer))
  return {
    ...{ id, title, points: sum(given.map(Number)), most: given.length * MOST_POINTS },
    ...{ answered: given.length, asked: asked.length },
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((before, number) => before + number, 0)

/** « 5 + 2 + 7 = 14 » */
export const sumInWords = ({ axes, total }: Score): string =>
  `${axes.map(({ points }) => points).join(' + ')} = ${total}`

export interface Level {
  readonly number: 1 | 2 | 3 | 4
  readonly title: string
  readonly from: number
  readonly to: number
  readonly advice: string
}

/** Carnet's own thresholds: the 32 points in four equal parts. A level is advice; it closes no theme. */
export const LEVELS: readonly [Level, Level, Level, Level] = [
  {
    ...{ number: 1, title: 'Premiers pas', from: 0, to: 8 },
    advice:
      'Commencez par un seul jeu, que vous connaissez bien, et par une personne convaincue. Un jeu ouvert vaut dix réunions.',
  },
  {
    ...{ number: 2, title: 'En chemin', from: 9, to: 16 },
    advice:
      'Choisissez trois à cinq jeux faciles à retrouver, dites qui les tient, et montrez vite un premier résultat aux élus.',
  },
  {
    ...{ number: 3, title: 'Bien lancée', from: 17, to: 24 },
    advice: 'Ouvrez des jeux plus riches, prenez le rythme d’une mise à jour par an, et faites connaître ce qui sert.',
  },
  {
    ...{ number: 4, title: 'De bon conseil', from: 25, to: 32 },
    advice: 'Croisez vos jeux sur une carte, appuyez-vous sur eux pour décider, et montrez le chemin à vos voisines.',
  },
]

export const levelOf = (total: number): Level => LEVELS.find(({ to }) => total <= to) ?? LEVELS[3]

/** The scored questions answered lowest, lowest first: where a small effort shows most. */
export const lowest = (answers: Answers, most = 3) =>
  SCORED.filter(({ id }) => /^[0-2]$/.test(answers[id] ?? ''))
    .sort((a, b) => Number(answers[a.id]) - Number(answers[b.id]))
    .slice(0, most)
