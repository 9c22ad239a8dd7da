import { expect, test } from 'vitest'
import { counted, listed, percent, rowsCounted, sizeInWords } from './words.ts'

const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ')

test('counts are French', () => {
  expect(rowsCounted(0)).toBe('aucune ligne')
  expect(rowsCounted(1)).toBe('1 ligne')
  expect(plain(rowsCounted(2400))).toBe('2 400 lignes')
  expect(counted(2, 'étape')).toBe('2 étapes')
})

test('sizes and percents', () => {
  expect(sizeInWords(0)).toBe('vide')
  expect(plain(sizeInWords(12_345))).toBe('12 ko')
  expect(plain(sizeInWords(3_400_000))).toBe('3,4 Mo')
  expect(plain(percent(99.1))).toBe('99,1 %')
})

test('long lists are cut, with how many are left', () => {
  expect(listed(['a'])).toBe('a')
  expect(listed(['a', 'b', 'c'])).toBe('a, b et c')
  expect(listed(['a', 'b', 'c', 'd'], 3)).toBe('a, b et 2 autres')
})
