import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestTown, rawMelding, type TestTown } from './testing/open-test-town.ts'
import type { Lane } from './walker.ts'

const [FIRST, SECOND] = ['Grote schrik bij de zwevende melkfabriek', 'Onderzoek zwevende melkfabriek duurt langer']

describe.each(TEST_STORES)('undoing a merge or a split on $name', ({ open }) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())

  const issues = async ({ municipality }: TestTown) =>
    (await store.issues.search(municipality.id, { limit: 50, total: false, sort: 'receivedAt' })).items
  const messagesIn = async ({ municipality }: TestTown, issue: string) =>
    (await store.messages.search(municipality.id, { limit: 50, total: false, issue })).items.map(({ id }) => id)
  const timeline = async ({ municipality }: TestTown, issue: string) => (await store.issues.timeline(municipality.id, issue))!.entries
  const lastUndo = async (town: TestTown, issue: string) =>
    (await timeline(town, issue)).findLast(({ undo }) => undo !== null)?.undo ?? null
  const command = async (town: TestTown, lane: Lane, body: Parameters<Store['walk']['addCommand']>[1]) => {
    const id = await store.walk.addCommand(town.municipality.id, body, town.clock.now)
    await lane.step()
    return store.walk.commandResult(town.municipality.id, id)
  }
  const undo = async (town: TestTown, lane: Lane, issue: string) => {
    const regrouping = await lastUndo(town, issue)
    expect(regrouping).not.toBeNull()
    return command(town, lane, { type: 'undo', regrouping: regrouping!, by: 'A. Adviseur' })
  }
  const tell = async (town: TestTown, lane: Lane, number: number, text: string, createdAt: string) => {
    await town.accept.acceptBatch(town.source, [
      rawMelding(number, { kind: 'post', channel: 'facebook', location: undefined, text, createdAt }),
    ])
    await town.settle(lane)
  }
  const twoThatAreOne = async () => {
    const town = await openTestTown(store)
    const lane = await town.openLane()
    await tell(town, lane, 1, FIRST, '2026-11-17T08:00:00Z')
    await tell(town, lane, 2, SECOND, '2026-11-23T20:00:00Z')
    const [older, younger] = (await issues(town)).toSorted((a, b) => a.lastAt.localeCompare(b.lastAt)).map(({ id }) => id)
    return { town, lane, older: older!, younger: younger! }
  }

  test('a merge by machine that a person undoes is not made again, not after new messages and not after a restart', async () => {
    const { town, lane, older, younger } = await twoThatAreOne()
    await lane.sweep()
    expect(await issues(town)).toMatchObject([{ id: older, messages: 2 }])
    const { seq } = await store.issues.search(town.municipality.id, { limit: 1, total: false, sort: 'heat' })
    expect(await undo(town, lane, older)).toEqual({ ok: true, error: null })

    expect((await issues(town)).map(({ id, messages, voices }) => [id, messages, voices]).sort()).toEqual(
      [
        [older, 1, 1],
        [younger, 1, 1],
      ].sort(),
    )
    expect(await store.issues.byId(town.municipality.id, younger)).toMatchObject({ id: younger, title: expect.any(String) })
    expect(await store.issues.recount(town.municipality.id)).toEqual([])
    expect((await store.issues.timeline(town.municipality.id, younger))!.hours).toMatchObject([{ messages: 1 }])
    expect((await store.events.after(town.municipality.id, seq, 100)).events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['issue.opened', 'issue.changed', 'message.updated']),
    )
    expect(await timeline(town, older)).toContainEqual(
      expect.objectContaining({ type: 'split', by: 'A. Adviseur', text: expect.stringContaining('weer een eigen issue') }),
    )
    expect([await lastUndo(town, older), await lastUndo(town, younger)]).toEqual([null, null])

    await tell(town, lane, 3, SECOND, '2026-11-24T08:00:00Z')
    await lane.sweep()
    expect(await issues(town)).toHaveLength(2)
    await lane.close()
    const again = await town.openLane()
    await tell(town, again, 4, SECOND, '2026-11-24T08:30:00Z')
    await again.sweep()
    expect(await issues(town)).toHaveLength(2)
    expect((await messagesIn(town, younger)).length).toBe(3)
    await again.close()
  })

  test('a merge by a person that is undone leaves no trace in how the machine groups', async () => {
    const { town, lane, older, younger } = await twoThatAreOne()
    await command(town, lane, { type: 'merge', into: older, issues: [younger], by: 'A. Adviseur' })
    expect(await undo(town, lane, older)).toEqual({ ok: true, error: null })
    expect(await issues(town)).toHaveLength(2)
    await lane.close()
    const again = await town.openLane()
    await tell(town, again, 3, SECOND, '2026-11-24T08:00:00Z')
    await again.sweep()
    expect(await issues(town)).toMatchObject([{ id: older, messages: 3 }])
    expect(await timeline(town, older)).toContainEqual(expect.objectContaining({ type: 'merged', by: null }))
    await again.close()
  })

  test('a split that is undone puts its messages back, and they may stand together again; that can itself be undone', async () => {
    const { town, lane, older } = await twoThatAreOne()
    await lane.sweep()
    const [first, second] = await messagesIn(town, older)
    const newIssue = '01980000-0000-7000-8000-0000000000aa'
    const fresh = `${newIssue.slice(0, -4)}${String(town.municipality.id).padStart(4, '0')}`
    await command(town, lane, { type: 'split', issue: older, messages: [second!], newIssue: fresh, by: 'A. Adviseur' })
    expect(await issues(town)).toHaveLength(2)
    expect(await undo(town, lane, fresh)).toEqual({ ok: true, error: null })
    expect(await issues(town)).toMatchObject([{ id: older, messages: 2, voices: 2 }])
    expect((await messagesIn(town, older)).sort()).toEqual([first, second].sort())
    const [state] = await store.walk.states(town.municipality.id)
    expect(state!.state).toMatchObject({ apart: [], forbidden: [] })
    expect(await undo(town, lane, older)).toEqual({ ok: true, error: null })
    expect(await messagesIn(town, fresh)).toEqual([second])
    expect(await store.issues.recount(town.municipality.id)).toEqual([])
    await lane.close()
  })

  test('messages that are moved to another issue stay there, and come back when that is undone', async () => {
    const { town, lane, older, younger } = await twoThatAreOne()
    await lane.sweep()
    await tell(town, lane, 5, 'Lantaarnpaal stuk bij het station', '2026-11-24T08:00:00Z')
    const lamp = (await issues(town)).map(({ id }) => id).find((id) => id !== older && id !== younger)!
    const [, second] = await messagesIn(town, older)
    const move = { type: 'move', issue: older, messages: [second!], into: lamp, by: 'Bea' } as const
    expect(await command(town, lane, move)).toEqual({ ok: true, error: null })
    expect([await messagesIn(town, older), await messagesIn(town, lamp)]).toMatchObject([{ length: 1 }, { length: 2 }])
    expect((await timeline(town, lamp)).at(-1)).toMatchObject({
      type: 'split',
      by: 'Bea',
      text: expect.stringContaining('hierheen verplaatst'),
    })
    expect(await store.issues.recount(town.municipality.id)).toEqual([])
    expect(await undo(town, lane, lamp)).toEqual({ ok: true, error: null })
    expect([await messagesIn(town, older), await messagesIn(town, lamp)]).toMatchObject([{ length: 2 }, { length: 1 }])
    const states = await store.walk.states(town.municipality.id)
    for (const { state } of states) expect(state).toMatchObject({ apart: [], forbidden: [] })
    expect(await store.issues.recount(town.municipality.id)).toEqual([])
    expect(await command(town, lane, { ...move, into: younger })).toMatchObject({ ok: false, error: expect.stringContaining('merged') })
    await lane.close()
  })

  test('what was done after it must be undone first, and nothing is undone twice', async () => {
    const { town, lane, older, younger } = await twoThatAreOne()
    await tell(town, lane, 5, 'Lantaarnpaal stuk bij het station', '2026-11-24T08:00:00Z')
    const third = (await issues(town)).map(({ id }) => id).find((id) => id !== older && id !== younger)!
    await command(town, lane, { type: 'merge', into: older, issues: [younger], by: 'Bea' })
    const first = await lastUndo(town, older)
    await command(town, lane, { type: 'merge', into: third, issues: [older], by: 'Bea' })
    expect(await store.issues.byId(town.municipality.id, younger)).toMatchObject({ id: third, messages: 3 })
    expect(await command(town, lane, { type: 'undo', regrouping: first!, by: 'Bea' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('undone first'),
    })
    expect(await undo(town, lane, third)).toMatchObject({ ok: true })
    expect(await store.issues.byId(town.municipality.id, younger)).toMatchObject({ id: older, messages: 2 })
    expect(await command(town, lane, { type: 'undo', regrouping: first!, by: 'Bea' })).toMatchObject({ ok: true })
    expect(await command(town, lane, { type: 'undo', regrouping: first!, by: 'Bea' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('not undone'),
    })
    expect((await issues(town)).map(({ messages }) => messages)).toEqual([1, 1, 1])
    expect(await store.issues.recount(town.municipality.id)).toEqual([])
    await lane.close()
  })
})
