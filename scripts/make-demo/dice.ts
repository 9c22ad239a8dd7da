/** Repeatable chance (mulberry32): the same seed gives the same files, on any machine and any day. */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  /** 0 included, 1 excluded. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  pick<T>(list: readonly T[]): T {
    return list[this.between(0, list.length - 1)]!
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map(value => ({ value, rank: this.next() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ value }) => value)
  }
}

/** Numbers that the regulator (ARCEP) keeps for fiction, so that nobody is ever called: 01 99 00 xx xx. */
export const fictionPhone = (dice: Dice): string => `019900${String(dice.between(0, 9999)).padStart(4, '0')}`

const pairs = (phone: string): string[] => phone.match(/\d\d/g) ?? []

/** The five ways in which a town writes a telephone number, and the sixth, when Excel has eaten the zero. */
export function writtenPhone(dice: Dice, phone: string): string | number {
  const ways = [
    () => pairs(phone).join(' '),
    () => pairs(phone).join('.'),
    () => phone,
    () => pairs(phone).join('-'),
    () => `+33 ${phone[1]} ${pairs(phone).slice(1).join(' ')}`,
    () => Number(phone),
  ]
  return dice.pick(ways)()
}

/** « Le Fournil de l'Écureuil » as the business software prints it: LE FOURNIL DE L ECUREUIL. */
export const shouted = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replace(/['’]/g, ' ').toUpperCase()
