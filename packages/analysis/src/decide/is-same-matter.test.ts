import { expect, test } from 'vitest'
import { isSameMatter } from './is-same-matter.ts'

const about = (category: string, ...areaCodes: string[]) => ({ category, areaCodes })

test('a buurt and the wijk around it are one matter, whichever was told first; two buurten stay two', () => {
  expect(isSameMatter(about('afval/grofvuil', 'BU99010101'), about('afval/grofvuil', 'WK990101'))).toBe(true)
  expect(isSameMatter(about('afval/grofvuil', 'WK990101'), about('afval/grofvuil', 'BU99010101'))).toBe(true)
  expect(isSameMatter(about('afval/grofvuil', 'BU99010101'), about('afval/grofvuil', 'BU99010102'))).toBe(false)
})

test('what is told without a place meets what is told with one', () => {
  expect(isSameMatter(about('afval/grofvuil'), about('afval/grofvuil', 'BU99010101'))).toBe(true)
  expect(isSameMatter(about('afval/grofvuil', 'BU99010101'), about('afval/grofvuil'))).toBe(true)
})

test('another subject in the same buurt is another matter, and so is what could not be read', () => {
  expect(isSameMatter(about('afval/grofvuil', 'BU99010101'), about('afval/container-is-vol', 'BU99010101'))).toBe(false)
  expect(isSameMatter(about('overig/overig', 'BU99010101'), about('overig/overig', 'BU99010101'))).toBe(false)
  expect(isSameMatter(about('afval/unknown'), about('afval/unknown'))).toBe(false)
})
