import { describe, expect, it } from 'vitest'
import { everyHour } from './every-hour.ts'

const hour = (at: string, messages: number) => ({ at: `2026-11-24T${at}:00:00.000Z`, messages, expected: 1, upper: 2 })

describe('the hours of an issue', () => {
  it('have no holes: an hour that is left out had no message', () => {
    const filled = everyHour([hour('02', 3), hour('05', 1)], 100)
    expect(filled).toHaveLength(24)
    expect(filled.slice(-4).map((one) => one.messages)).toEqual([3, 0, 0, 1])
    expect(filled.reduce((sum, one) => sum + one.messages, 0)).toBe(4)
  })

  it('end with the newest hour and keep at most the asked number', () => {
    const filled = everyHour([{ ...hour('02', 3), at: '2026-10-01T02:00:00.000Z' }, hour('05', 1)], 48)
    expect(filled).toHaveLength(48)
    expect(filled.at(-1)?.at).toBe('2026-11-24T05:00:00.000Z')
  })

  it('of nothing are none', () => {
    expect(everyHour([], 48)).toEqual([])
  })
})
