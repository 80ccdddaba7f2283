import { expect, test } from 'vitest'
import { HANDOVER_STATUSES, isOverdue, newHandovers } from './handover.ts'

const NOW = Date.parse('2026-11-24T09:00:00Z')
const late = { kind: 'melding', status: 'waiting', dueAt: '2026-11-24T08:59:59Z', reactedAt: null } as const

test('a term is over the moment after it, and never of what is done or withdrawn', () => {
  expect(isOverdue(late, NOW)).toBe(true)
  expect(isOverdue({ ...late, dueAt: '2026-11-24T10:00:00+01:00' }, NOW)).toBe(false)
  expect(HANDOVER_STATUSES.filter((status) => isOverdue({ ...late, status }, NOW))).toEqual(['waiting', 'taken', 'returned'])
})

test('an offer of help is in time with its first reaction, unless it was sent back', () => {
  const offer = { ...late, kind: 'engagement', status: 'taken', reactedAt: '2026-11-24T08:00:00Z' } as const
  expect(isOverdue(offer, NOW)).toBe(false)
  expect(isOverdue({ ...offer, status: 'returned' }, NOW)).toBe(true)
  expect(isOverdue({ ...offer, kind: 'callback' }, NOW)).toBe(true)
})

test('each kind goes to receivers of its own, of a message or an issue and not both', () => {
  const id = '0193600a-7b1c-7000-8000-0123456789ab'
  const dueAt = '2026-11-27T16:00:00Z'
  const given = (kind: string, receiver: string) => ({ message: id, handovers: [{ kind, receiver: { kind: receiver }, dueAt }] })
  expect(newHandovers.safeParse(given('engagement', 'participation')).success).toBe(true)
  expect(newHandovers.safeParse(given('engagement', 'signalen')).error?.issues).toMatchObject([
    { path: ['handovers', 0, 'receiver', 'kind'] },
  ])
  expect(newHandovers.safeParse({ ...given('melding', 'signalen'), issue: id }).success).toBe(false)
  expect(newHandovers.safeParse({ handovers: [] }).success).toBe(false)
})
