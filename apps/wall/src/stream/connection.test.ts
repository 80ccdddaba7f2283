import type { Frame } from '@rumoer/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BACK_OFF, backOffMs, type Connection, type ConnectionEvent, type Effect, initialConnection, step } from './connection.ts'

const at = '2026-11-24T13:00:00.000Z'
const eventFrame = (seq: number): Frame => ({ frame: 'event', seq, at, type: 'message.placed', data: {} })

/** A server with a log of `length` events, a network that cuts after some frames, and a client that comes back. */
function play(length: number, start: number | null, cuts: readonly number[], duplicates: boolean) {
  let state: Connection = initialConnection
  let now = 1_000
  const delivered: number[] = []
  const queue: ConnectionEvent[] = [{ type: 'start', cursor: start, now }]
  let cutAt = 0
  let resets = 0
  const serve = (cursor: number | null) => {
    const from = cursor ?? length
    const frames: Frame[] = []
    for (let seq = Math.max(1, from + (duplicates ? 0 : 1)); seq <= length; seq += 1) frames.push(eventFrame(seq))
    frames.push({ frame: 'live', seq: length })
    const keep = cutAt < cuts.length ? cuts[cutAt++]! : Number.POSITIVE_INFINITY
    queue.push({ type: 'opened', now })
    for (const frame of frames.slice(0, keep)) queue.push({ type: 'frame', frame, now })
    if (keep < frames.length) queue.push({ type: 'closed', code: 1006, now, chance: 0.5 })
  }
  const perform = (effect: Effect) => {
    if (effect.type === 'open') serve(effect.cursor)
    if (effect.type === 'deliver') delivered.push(effect.event.seq)
    if (effect.type === 'reset') resets += 1
    if (effect.type === 'retry-in') {
      now += effect.delayMs
      queue.push({ type: 'retry', now })
    }
  }
  for (let turns = 0; queue.length > 0 && turns < 10_000; turns += 1) {
    const moved = step(state, queue.shift()!)
    state = moved.state
    for (const effect of moved.effects) perform(effect)
  }
  return { state, delivered, resets }
}

describe('the connection to the stream', () => {
  it('delivers every event once and in order, however often the socket is cut and whatever the server repeats', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 40 }),
        fc.boolean(),
        (length, begin, cuts, duplicates) => {
          const from = Math.min(begin, length)
          const { delivered, state } = play(length, from, cuts, duplicates)
          expect(delivered).toEqual(Array.from({ length: length - from }, (_, index) => from + 1 + index))
          expect(state.phase).toBe('live')
          expect(state.cursor).toBe(length)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('asks again from its last seq when a frame is missing in between', () => {
    const live: Connection = { phase: 'live', cursor: 7, attempt: 0, lastFrameAt: 0, quietSince: 0, liveSince: 0 }
    expect(step(live, { type: 'frame', frame: eventFrame(9), now: 5 }).effects).toEqual([{ type: 'close' }, { type: 'open', cursor: 7 }])
    const beat: Frame = { frame: 'heartbeat', seq: 8, at }
    expect(step(live, { type: 'frame', frame: beat, now: 5 }).effects).toEqual([{ type: 'close' }, { type: 'open', cursor: 7 }])
  })

  it('drops its copy on reset and goes on after the seq of the reset', () => {
    const behind: Connection = { phase: 'catching-up', cursor: 900, attempt: 1, lastFrameAt: 0, quietSince: 0, liveSince: null }
    const moved = step(behind, { type: 'frame', frame: { frame: 'reset', reason: 'cursor-in-future', seq: 12 }, now: 5 })
    expect(moved.effects).toEqual([{ type: 'reset', seq: 12 }])
    expect(step(moved.state, { type: 'frame', frame: eventFrame(13), now: 6 }).effects).toHaveLength(1)
  })

  it('is stale after 30 seconds without any frame, and not a moment sooner', () => {
    const live: Connection = { phase: 'live', cursor: 7, attempt: 0, lastFrameAt: 1_000, quietSince: 1_000, liveSince: 0 }
    expect(step(live, { type: 'tick', now: 30_999, chance: 0 }).state.phase).toBe('live')
    const late = step(live, { type: 'tick', now: 31_000, chance: 0.5 })
    expect(late.state.phase).toBe('stale')
    expect(late.state.lastFrameAt).toBe(1_000)
    expect(late.effects.map((effect) => effect.type)).toEqual(['close', 'retry-in'])
  })

  it.each([
    [1012, 'waiting'],
    [4408, 'waiting'],
    [4500, 'waiting'],
    [1006, 'waiting'],
    [4400, 'stopped'],
    [4401, 'stopped'],
    [4403, 'stopped'],
  ])('after close code %i it is %s', (code, phase) => {
    const live: Connection = { phase: 'live', cursor: 7, attempt: 0, lastFrameAt: 0, quietSince: 0, liveSince: 0 }
    expect(step(live, { type: 'closed', code, now: 10, chance: 0 }).state.phase).toBe(phase)
  })

  it('keeps saying since when the connection is gone, however often it tries again', () => {
    let state: Connection = { phase: 'live', cursor: 7, attempt: 0, lastFrameAt: 1_000, quietSince: 1_000, liveSince: 0 }
    for (const now of [2_000, 9_000, 20_000]) {
      state = step(state, { type: 'closed', code: 1006, now, chance: 0.5 }).state
      state = step(state, { type: 'retry', now: now + 500 }).state
    }
    expect(state.lastFrameAt).toBe(1_000)
  })

  it('waits longer after each failure, never above the cap, and starts anew after a minute that held', () => {
    expect(backOffMs(0, 0.999)).toBeLessThanOrEqual(1_000)
    expect(backOffMs(99, 0.999)).toBeLessThanOrEqual(BACK_OFF.capMs)
    const held: Connection = { phase: 'live', cursor: 7, attempt: 9, lastFrameAt: 0, quietSince: 0, liveSince: 0 }
    expect(step(held, { type: 'closed', code: 1006, now: 60_000, chance: 1 }).state.attempt).toBe(1)
    expect(step(held, { type: 'closed', code: 1006, now: 59_999, chance: 1 }).state.attempt).toBe(10)
  })

  it('answers every event in every state, and a stopped connection stays stopped', () => {
    const phases = ['connecting', 'catching-up', 'live', 'stale', 'waiting', 'stopped'] as const
    const events: ConnectionEvent[] = [
      { type: 'opened', now: 1 },
      { type: 'frame', frame: { frame: 'live', seq: 3 }, now: 1 },
      { type: 'closed', code: 1006, now: 1, chance: 0 },
      { type: 'tick', now: 100_000, chance: 0 },
      { type: 'retry', now: 1 },
      { type: 'stop' },
      { type: 'start', cursor: 3, now: 1 },
    ]
    for (const phase of phases) {
      for (const event of events) {
        const moved = step({ phase, cursor: 3, attempt: 0, lastFrameAt: 0, quietSince: 0, liveSince: null }, event)
        expect(phases).toContain(moved.state.phase)
        if (phase === 'stopped' && event.type !== 'start')
          expect(moved).toEqual({ state: expect.objectContaining({ phase: 'stopped' }), effects: [] })
      }
    }
  })
})
