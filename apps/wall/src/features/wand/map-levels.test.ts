import type { Issue, Level } from '@rumoer/contracts'
import { describe, expect, it } from 'vitest'
import { mapLevels } from './map-levels.ts'

const issue = (level: Level, ...areaCodes: string[]) => ({ level, areaCodes }) as Issue

describe('marks on the map of the wall', () => {
  it('stand in the smallest places of an issue, the highest level of them first', () => {
    const levels = mapLevels([issue('attention', 'BU01060000', 'WK010600'), issue('crisis', 'BU01060000', 'BU01060001')])
    expect([...levels]).toEqual([
      ['BU01060000', 'crisis'],
      ['BU01060001', 'crisis'],
    ])
  })

  it('do not stand everywhere for an issue that is everywhere', () => {
    expect(mapLevels([issue('urgent', ...[1, 2, 3, 4, 5].map((at) => `BU0106000${at}`))]).size).toBe(0)
    expect(mapLevels([]).size).toBe(0)
  })
})
