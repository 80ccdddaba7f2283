import { expect, test } from 'vitest'
import { clusterSentence } from './cluster-sentence.ts'

const facts = { voices: 9, expected: 1.2, days: 2, category: 'Stank' }

test('a cluster is told with its numbers and at most three areas by name', () => {
  expect(clusterSentence({ ...facts, areas: ['Havenkwartier', 'Oude Dijk'] })).toBe(
    '9 mensen over Stank in Havenkwartier en Oude Dijk samen, in 2 dagen; gewoon is 1. Per buurt valt het niet op.',
  )
  expect(clusterSentence({ ...facts, days: 1, expected: 0.3, areas: ['A', 'B', 'C', 'D', 'E'] })).toBe(
    '9 mensen over Stank in A, B, C en nog 2 buurten samen, in 1 dag; gewoon is minder dan 1. Per buurt valt het niet op.',
  )
})
