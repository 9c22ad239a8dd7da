import { expect, test } from 'vitest'
import { waitingAnswers } from './waiting-answers.ts'

function aStorage() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}
const said = (answer: string, remark = '') => ({ answer, remark })

test('what waits is over what the server has, in order, and survives the tab', () => {
  const storage = aStorage()
  const store = waitingAnswers('d', 'anne', storage)
  store.wait('forme', said('1'))
  store.wait('projet', said('Une maison', 'vite'))
  const later = waitingAnswers('d', 'anne', storage)
  expect(later.first()).toEqual(['forme', said('1')])
  expect(later.over({ answers: { forme: '4', outil: 'word' }, remarks: {} })).toEqual({
    answers: { forme: '1', outil: 'word', projet: 'Une maison' },
    remarks: { forme: '', projet: 'vite' },
  })
  expect(waitingAnswers('d', 'bruno', storage).first()).toBeUndefined()
})

test('an answer changed while the first one travels is sent again', () => {
  const store = waitingAnswers('d', 'anne', aStorage())
  store.wait('forme', said('1'))
  const [question, first] = store.first()!
  store.wait('forme', said('2'))
  store.sent(question, first)
  expect(store.first()).toEqual(['forme', said('2')])
  store.sent(...store.first()!)
  expect(store.first()).toBeUndefined()
})

test('a browser that keeps nothing still answers', () => {
  const broken = {
    getItem: () => {
      throw new Error('no')
    },
    setItem: () => {
      throw new Error('no')
    },
  }
  const store = waitingAnswers('d', 'anne', broken)
  store.wait('forme', said('1'))
  expect(store.first()).toEqual(['forme', said('1')])
})
