import { expect, test } from 'vitest'
import { createMessageIds } from './message-id.ts'

test('ids rise strictly while the clock stands still, goes back, or a millisecond is full', () => {
  let nowMs = Date.parse('2026-11-24T14:10:00Z')
  const newId = createMessageIds(() => nowMs)
  const ids: string[] = []
  for (let turn = 0; turn < 10_000; turn++) {
    if (turn === 5_000) nowMs -= 60_000
    ids.push(newId())
  }
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})

test('an id is a UUID of version 7 that tells its millisecond', () => {
  const nowMs = Date.parse('2026-11-24T14:10:00.123Z')
  const id = createMessageIds(() => nowMs)()
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(nowMs)
})
