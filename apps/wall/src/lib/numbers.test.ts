import { describe, expect, it } from 'vitest'
import { csvText } from './csv.ts'
import { moodOf } from './mood.ts'
import { changeText, countText, timesText } from './numbers.ts'

describe('numbers in words', () => {
  it('writes thousands and decimals the Dutch way', () => {
    expect(countText(1284, 'nl')).toBe('1.284')
    expect(timesText(4.24, 'nl')).toBe('4,2')
    expect(timesText(12.4, 'nl')).toBe('12')
    expect(timesText(370, 'nl')).toBe('>99')
  })

  it('gives no change when there was nothing before', () => {
    expect(changeText(5, 0)).toBeNull()
    expect(changeText(30, 40)).toBe('−25%')
    expect(changeText(60, 40)).toBe('+50%')
  })

  it('calls 29 messages too few and speaks from 30', () => {
    expect(moodOf({ negative: 29, neutral: 0, positive: 0 })).toBe('too-few')
    expect(moodOf({ negative: 30, neutral: 0, positive: 0 })).toBe('negative')
    expect(moodOf({ negative: 15, neutral: 15, positive: 0 })).toBe('mixed')
    expect(moodOf({ negative: 0, neutral: 0, positive: 0 })).toBe('none')
  })

  it('disarms cells that a spreadsheet would run', () => {
    expect(csvText(['naam', 'aantal'], [['=1+1', -3]])).toBe("\uFEFFnaam;aantal\r\n'=1+1;-3\r\n")
    expect(csvText(['a'], [['zeg "nee"; nu']])).toContain('"zeg ""nee""; nu"')
  })
})
