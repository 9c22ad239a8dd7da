import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from './main.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'carnet-hours-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function carnet(...args: string[]) {
  let [out, err] = ['', '']
  const code = await run(['hours', ...args], { out: text => (out += text), err: text => (err += text) })
  return { code, out, err }
}

const fileOf = (text: string | Uint8Array): string => {
  const path = join(folder, 'phrases.txt')
  writeFileSync(path, text)
  return path
}

describe('carnet hours', () => {
  it('gives one value a line, in order; an empty line and a question for what it does not understand', async () => {
    const { code, out, err } = await carnet('Lundi 9h-12h', 'Lundi', 'Tous les jours 10h-18h')
    expect(code).toBe(0)
    expect(out).toBe('Mo 09:00-12:00\n\nMo-Su 10:00-18:00\n')
    expect(err).toContain('À quelles heures est-ce ouvert lundi ?')
  })

  it('reads a file; its blank lines stay blank', async () => {
    const { out } = await carnet('--file', fileOf('Mardi 14h-17h\r\n\r\nfermé\r\nJeudi de 9h à midi\r\n'))
    expect(out).toBe('Tu 14:00-17:00\n\n\nTh 09:00-12:00\n')
  })

  it('reads the accents of a file of Windows', async () => {
    const { out } = await carnet(
      '--file',
      fileOf(Uint8Array.from(Buffer.from('Lundi de 9h à 12h, fermé en août', 'latin1'))),
    )
    expect(out).toBe('Mo 09:00-12:00; Aug off\n')
  })

  it('gives JSON, one object a line', async () => {
    const { out, err } = await carnet('--json', 'Lundi 9h-12h', 'Lundi')
    const [first, second] = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(first).toEqual({ phrase: 'Lundi 9h-12h', value: 'Mo 09:00-12:00' })
    expect(Object.keys(second)).toEqual(['phrase', 'value', 'reason', 'question'])
    expect(second.value).toBe('')
    expect(err).toBe('')
  })

  it('goes back to French', async () => {
    const { out, err } = await carnet('--back', 'Tu-Sa 09:00-12:00; PH off', 'mardi')
    expect(out).toBe('du mardi au samedi de 9 h à 12 h ; fermé les jours fériés\n\n')
    expect(err).toContain('j’attendais des horaires')
  })

  it('refuses a call without text and a file that is not there', async () => {
    expect(await carnet()).toMatchObject({ code: 2, out: '' })
    const missing = await carnet('--file', join(folder, 'absent.txt'))
    expect(missing).toMatchObject({ code: 2, out: '' })
    expect(missing.err).toContain('Je ne trouve pas')
  })
})
