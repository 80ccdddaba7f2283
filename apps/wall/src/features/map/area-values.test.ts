import type { Area, AreaSeries } from '@rumoer/contracts'
import { describe, expect, it } from 'vitest'
import { areaValues, mostOf, shadesOf } from './area-values.ts'

const area = (code: string, inhabitants: number | null): Area => ({
  code,
  level: 'buurt',
  name: code,
  parentCode: null,
  inhabitants,
  geometry: null,
})
const AREAS = [area('BU99010101', 2_000), area('BU99010102', 0), area('BU99010103', null), area('BU99010104', 500)]
const series: AreaSeries = {
  seq: 1,
  steps: [
    { from: '2026-11-24T08:00:00Z', to: '2026-11-24T09:00:00Z' },
    { from: '2026-11-24T09:00:00Z', to: '2026-11-24T10:00:00Z' },
  ],
  areas: [
    { code: 'BU99010101', negative: [20, 8], neutral: [0, 2], positive: [0, 0], expected: [10, 10] },
    { code: 'BU99010102', negative: [0, 1], neutral: [0, 1], positive: [0, 0], expected: [0.1, 0.1] },
    { code: 'BU99010103', negative: [0, 0], neutral: [0, 0], positive: [0, 0], expected: null },
  ],
}

describe('what the map shows of an area', () => {
  const [haven, empty, unknown, silent] = areaValues(series, AREAS, null)

  it('adds the steps, or takes one', () => {
    expect(haven).toMatchObject({ messages: 30, perThousand: 15, negative: 28 / 30, times: 1.5 })
    expect(areaValues(series, AREAS, 1)[0]).toMatchObject({ messages: 10, perThousand: 5, negative: null, times: 1 })
  })

  it('says nothing where there is nothing to divide by', () => {
    expect([empty?.perThousand, unknown?.perThousand, unknown?.times, silent?.messages]).toEqual([null, null, null, 0])
  })

  it('calls nothing above normal on two messages, however rare they are', () => {
    expect(empty?.times).toBe(10)
    const values = areaValues(series, AREAS, null)
    const { shadeOf } = shadesOf(values, 'gewoon')
    expect(values.map(shadeOf)).toEqual([2, 1, null, null])
    expect(mostOf(values, 'gewoon')?.area.code).toBe('BU99010101')
    expect(mostOf(areaValues(series, AREAS, 1), 'gewoon')).toBeNull()
  })

  it('gives no tone below thirty messages, and a darker shade for more', () => {
    const values = areaValues(series, AREAS, null)
    expect(values.map(shadesOf(values, 'toon').shadeOf)).toEqual([4, null, null, null])
    expect(values.map(shadesOf(values, 'aantal').shadeOf)).toEqual([2, 1, 0, 0])
  })
})
