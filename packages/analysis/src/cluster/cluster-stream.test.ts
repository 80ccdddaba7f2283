import { expect, test } from 'vitest'
import { adjustedRand } from '../maths/adjusted-rand.ts'
import { bCubed } from '../maths/b-cubed.ts'
import { xorshift } from '../maths/xorshift.ts'
import { type ClusterRow, clusterAtEmission, clusterStream } from './cluster-stream.ts'

const row = (text: string, over: Partial<ClusterRow> = {}): ClusterRow => ({
  id: 1,
  text,
  createdAt: null,
  areaCode: null,
  lat: null,
  lon: null,
  category: null,
  ...over,
})

test('every row gets an issue, in input order, and off-topic rows get their own', () => {
  const rows = ['Bruin water uit de kraan', 'Weer bruin water uit de kraan vandaag', 'Fijne vakantie', '', ''].map((text) => row(text))
  const issues = clusterStream(rows, { language: 'nl' })
  expect(issues).toHaveLength(5)
  expect(issues[1]).toBe(issues[0])
  expect(new Set(issues).size).toBe(4)
  expect(clusterStream([], { language: 'auto' })).toEqual([])
})

test('without times nothing cools; with times an issue does', () => {
  const text = 'bruin water kraan'
  const filler = Array.from({ length: 1_200 }, (_, number) => row(`a${number} b${number} c${number}`))
  const still = clusterStream([row(text), ...filler, row(text)], { language: 'simple' })
  expect(still.at(-1)).toBe(still[0])
  const year = 365 * 24 * 3_600_000
  const aged = clusterStream([row(text, { createdAt: 0 }), row(text, { createdAt: year })], { language: 'simple' })
  expect(aged[1]).not.toBe(aged[0])
})

test('stories that share some words are parted, and late repair only makes fewer issues', () => {
  const random = xorshift(11)
  const truth: number[] = []
  const rows = Array.from({ length: 2_500 }, () => {
    const story = Math.floor(random() * 40)
    truth.push(story)
    const own = Array.from({ length: 4 }, () => `s${story}w${Math.floor(random() * 14)}`)
    const common = Array.from({ length: 3 }, () => `c${Math.floor(random() ** 2 * 300)}`)
    return row([...own, ...common].join(' '))
  })
  const issues = clusterStream(rows, { language: 'simple' })
  expect(bCubed(issues, truth).f1).toBeGreaterThan(0.9)
  expect(adjustedRand(issues, truth)).toBeGreaterThan(0.9)
  expect(new Set(issues).size).toBeLessThanOrEqual(new Set(clusterAtEmission(rows, { language: 'simple' })).size)
  expect(clusterStream(rows, { language: 'simple' })).toEqual(issues)
})
