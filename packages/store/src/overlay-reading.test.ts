import { expect, test } from 'vitest'
import { overlayReading } from './overlay-reading.ts'
import { testReading } from './testing/test-town.ts'

const machine = testReading('negative', { main: 'wegen', sub: 'gat' }, 'BU99010101')

test('without a correction the machine stands', () => {
  expect(overlayReading(machine, null)).toBe(machine)
})

test('each corrected field is sure, the others stay as they were read', () => {
  const seen = overlayReading(machine, { sentiment: 'positive', areaCode: 'WK990102', facets: ['question'], roles: ['pers'] })
  expect(seen).toMatchObject({
    sentiment: { score: 1, label: 'positive', confidence: 1 },
    towardsMunicipality: null,
    category: machine.category,
    areas: [
      { code: 'WK990102', level: 'wijk', confidence: 1, span: null },
      { code: 'GM9901', level: 'gemeente' },
    ],
    facets: [{ facet: 'question', confidence: 1 }],
    roles: [{ role: 'pers', confidence: 1 }],
    evidence: machine.evidence,
  })
})

test('nothing is a correction too: nowhere, and not aimed at the municipality', () => {
  const aimed = { ...machine, towardsMunicipality: machine.sentiment }
  expect(overlayReading(aimed, { areaCode: null, towardsMunicipality: null })).toMatchObject({
    areas: [],
    towardsMunicipality: null,
    sentiment: machine.sentiment,
  })
})
