import type { Issue } from '@rumoer/contracts'
import { describe, expect, it } from 'vitest'
import { wallIssues } from './wall-issues.ts'

const now = Date.parse('2026-11-24T12:00:00Z')
const issue = (more: Partial<Issue>) =>
  ({ level: 'urgent', status: 'open', mutedUntil: null, category: { main: 'afval', sub: 'x' }, ...more }) as Issue

describe('what may stand on the wall', () => {
  it('is never of a sensitive category, whatever its level', () => {
    expect(wallIssues([issue({ level: 'crisis', category: { main: 'wonen', sub: 'x' } })], now)).toEqual([])
    expect(wallIssues([issue({ level: 'crisis', category: { main: 'ondermijning', sub: 'x' } })], now)).toEqual([])
  })

  it('is neither calm, nor finished, nor muted', () => {
    const hidden = [
      issue({ level: 'calm' }),
      issue({ status: 'resolved' }),
      issue({ mutedUntil: 'escalates' }),
      issue({ mutedUntil: '2026-11-24T12:30:00Z' }),
    ]
    expect(wallIssues(hidden, now)).toEqual([])
  })

  it('comes back when its muting is over', () => {
    expect(wallIssues([issue({ mutedUntil: '2026-11-24T11:59:00Z' })], now)).toHaveLength(1)
  })
})
