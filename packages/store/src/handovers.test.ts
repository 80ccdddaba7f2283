import { randomUUID } from 'node:crypto'
import type { StreamEvent } from '@rumoer/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { StaleVersionError } from './errors.ts'
import type { HandoverInput } from './handover-questions.ts'
import type { Store } from './store.ts'
import { TEST_STORES } from './testing/open-test-store.ts'
import { externalKeyOf, NOW, openTestTown, type TestTown } from './testing/test-town.ts'

const DAY_MS = 86_400_000
const days = (count: number) => new Date(NOW.getTime() + count * DAY_MS)
const BY = { by: 'Sanne', now: NOW }

const input = (given: Partial<HandoverInput> = {}): HandoverInput => ({
  kind: 'melding',
  messageId: null,
  issueId: null,
  receiver: { kind: 'department', code: 'AEG', name: 'Afval en Grondstoffen' },
  mail: 'afval@lindehaven.example',
  note: 'Bewoner belde over de lamp',
  externalId: null,
  dueAt: days(3),
  ...given,
})

describe.each(TEST_STORES)('hand-overs on $name', ({ open }) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())

  /** A town with one message, placed in one issue. */
  async function openTown(): Promise<{ town: TestTown; messageId: string; issueId: string }> {
    const town = await openTestTown(store)
    const [sent] = await town.accept([{ key: 'a', kind: 'post', channel: 'facebook' }])
    await town.walk(() => ({ issue: 'een' }))
    return { town, messageId: sent!.messageId, issueId: town.issueId('een') }
  }
  const eventsOf = async (town: TestTown) =>
    (await store.events.after(town.id, 0, 500)).events
      .filter(({ type }) => type === 'handover.changed')
      .map(({ data }) => data as StreamEvent['data'])
  const historyOf = async (town: TestTown, issueId: string) =>
    (await store.issues.timeline(town.id, issueId))!.entries.filter(({ type }) => type === 'handover').map(({ text }) => text)

  test('one message gives three, each with receiver, term and status, told on the timeline and the stream without names or words', async () => {
    const { town, messageId, issueId } = await openTown()
    const about = { messageId, issueId }
    const made = await store.handovers.add(
      town.id,
      [
        input(about),
        input({ ...about, kind: 'symptom', receiver: { kind: 'issue', code: null, name: '' }, mail: null, note: '' }),
        input({ ...about, kind: 'engagement', receiver: { kind: 'wijkmanager', code: 'WK990101', name: 'Wijkmanager Havenwijk' } }),
      ],
      BY,
    )
    expect(made.map(({ kind, status, receiver, dueAt }) => [kind, status, receiver.name, dueAt])).toEqual([
      ['melding', 'waiting', 'Afval en Grondstoffen', days(3).toISOString()],
      ['symptom', 'waiting', 'Lantaarnpaal kapot', days(3).toISOString()],
      ['engagement', 'waiting', 'Wijkmanager Havenwijk', days(3).toISOString()],
    ])
    expect(made[0]).toMatchObject({ by: 'Sanne', version: 1, overdue: false, history: [{ type: 'made', by: 'Sanne', status: 'waiting' }] })
    expect(await historyOf(town, issueId)).toEqual([
      'Melding overgedragen aan Afval en Grondstoffen, uiterlijk 27 november om 10:00',
      'Als symptoom bij dit issue gezet, uiterlijk 27 november om 10:00',
      'Aanbod van inwoners overgedragen aan Wijkmanager Havenwijk, uiterlijk 27 november om 10:00',
    ])
    const told = await eventsOf(town)
    expect(told).toMatchObject([{ kind: 'melding', issue: issueId, receiver: 'department' }, { kind: 'symptom' }, { kind: 'engagement' }])
    expect(JSON.stringify(told)).not.toMatch(/Sanne|Bewoner|Afval|lindehaven/)
    expect(await store.handovers.list(town.id + 1, {}, NOW)).toEqual([])
  })

  test('overdue comes first, then open by term, then closed; a filter names each of them', async () => {
    const { town } = await openTown()
    const made = await store.handovers.add(
      town.id,
      [
        input({ note: 'later', dueAt: days(5) }),
        input({ note: 'late', dueAt: days(1) }),
        input({ note: 'done', dueAt: days(1) }),
        input({
          note: 'reacted',
          kind: 'engagement',
          receiver: { kind: 'participation', code: null, name: 'Participatie' },
          dueAt: days(1),
        }),
      ],
      BY,
    )
    await store.handovers.change(town.id, made[2]!.id, { version: 1, status: 'done', ...BY })
    await store.handovers.change(town.id, made[3]!.id, { version: 1, status: 'taken', ...BY })
    const notes = async (filter: Parameters<Store['handovers']['list']>[1]) =>
      (await store.handovers.list(town.id, filter, days(2))).map(({ note, overdue }) => (overdue ? `${note}, overdue` : note))
    expect(await notes({})).toEqual(['late, overdue', 'reacted', 'later', 'done'])
    expect(await notes({ overdue: true })).toEqual(['late, overdue'])
    expect(await notes({ overdue: false, status: 'open' })).toEqual(['reacted', 'later'])
    expect(await notes({ status: 'done' })).toEqual(['done'])
    expect(await notes({ receiver: 'participation' })).toEqual(['reacted'])
    expect(await notes({ receiverCode: 'AEG', kind: 'melding', mail: 'AFVAL@lindehaven.example', status: 'open' })).toEqual([
      'late, overdue',
      'later',
    ])
  })

  test('who changes what another has changed is told so, and each step is kept with who took it', async () => {
    const { town, messageId, issueId } = await openTown()
    const [made] = await store.handovers.add(town.id, [input({ messageId, issueId })], BY)
    const answer = { version: 1, status: 'returned' as const, answer: 'Dit is van Groen', by: 'Afval en Grondstoffen', now: days(1) }
    expect(await store.handovers.change(town.id, made!.id, answer)).toMatchObject({
      status: 'returned',
      version: 2,
      reactedAt: days(1).toISOString(),
    })
    const stale = store.handovers.change(town.id, made!.id, { version: 1, dueAt: days(9), ...BY })
    await expect(stale).rejects.toThrow(StaleVersionError)
    await expect(stale).rejects.toMatchObject({ current: { version: 2, status: 'returned' } })
    const later = await store.handovers.change(town.id, made!.id, { version: 2, dueAt: days(9), status: 'done', ...BY })
    expect(later!.history.map(({ type, by, status, text }) => [type, by, status, text])).toEqual([
      ['made', 'Sanne', 'waiting', ''],
      ['answer', 'Afval en Grondstoffen', 'returned', 'Dit is van Groen'],
      ['status', 'Sanne', 'done', ''],
      ['term', 'Sanne', 'done', days(9).toISOString()],
    ])
    expect(await store.handovers.change(town.id, made!.id, { version: 3, status: 'done', ...BY })).toMatchObject({ version: 3 })
    expect(await store.handovers.change(town.id, randomUUID(), { version: 1, ...BY })).toBeNull()
    expect((await historyOf(town, issueId)).join()).not.toContain('Groen')
  })

  test('a link opens its own hand-over until it is over, renewed or revoked, or the hand-over is withdrawn', async () => {
    const { town } = await openTown()
    const [made] = await store.handovers.add(town.id, [input()], BY)
    const renew = (until: Date | null) => store.handovers.renewLink(town.id, made!.id, { until, ...BY })
    const opens = async (version: number, at = NOW) => (await store.handovers.byLink(made!.id, version, at)) !== null
    expect(await opens(0)).toBe(false)
    expect(await renew(days(14))).toBe(1)
    expect([await opens(1), await opens(2), await opens(1, days(14))]).toEqual([true, false, false])
    expect(await renew(days(14))).toBe(2)
    expect([await opens(1), await opens(2)]).toEqual([false, true])
    await renew(null)
    expect([await opens(2), await opens(3)]).toEqual([false, false])
    expect(await renew(days(14))).toBe(4)
    await store.handovers.change(town.id, made!.id, { version: 1, status: 'withdrawn', ...BY })
    expect(await opens(4)).toBe(false)
    expect(await store.handovers.renewLink(town.id + 1, made!.id, { until: null, ...BY })).toBeNull()
  })

  test('of a message that its source erased nothing readable stays, what happened does', async () => {
    const { town, messageId, issueId } = await openTown()
    const [made, other] = await store.handovers.add(town.id, [input({ messageId, issueId, externalId: 'SIG-7' }), input({ issueId })], BY)
    await store.handovers.change(town.id, made!.id, { version: 1, status: 'taken', answer: 'Wij bellen Jan', by: 'Afval', now: NOW })
    expect(await store.messages.erase(town.id, { sourceId: town.source.id, externalKey: externalKeyOf('a') }, days(1))).toBe(true)
    const [kept] = await store.handovers.list(town.id, { message: messageId }, days(1))
    expect(kept).toMatchObject({
      note: '',
      external: null,
      erased: true,
      status: 'taken',
      history: [
        { type: 'made', text: '' },
        { type: 'answer', text: '' },
      ],
    })
    expect(await store.handovers.byId(town.id, other!.id, days(1))).toMatchObject({ note: 'Bewoner belde over de lamp', erased: false })
  })

  test('retention takes the words as it does those of the message, and leaves the number while it is followed', async () => {
    const { town, messageId, issueId } = await openTown()
    await store.handovers.add(town.id, [input({ messageId, issueId, externalId: 'SIG-8' })], BY)
    await store.retention.expire(town.ownership, days(401), 100)
    expect(await store.handovers.list(town.id, {}, days(401))).toMatchObject([{ note: '', erased: true, external: { id: 'SIG-8' } }])
  })

  test('the words of what concerned a whole issue go 400 days after it was closed', async () => {
    const { town, issueId } = await openTown()
    const [made, open] = await store.handovers.add(town.id, [input({ issueId }), input({ issueId })], BY)
    await store.handovers.change(town.id, made!.id, { version: 1, status: 'done', ...BY })
    await store.retention.expire(town.ownership, days(401), 100)
    expect(await store.handovers.byId(town.id, made!.id, days(401))).toMatchObject({ note: '', erased: true })
    expect(await store.handovers.byId(town.id, open!.id, days(401))).toMatchObject({ note: 'Bewoner belde over de lamp' })
  })

  test('a report that came in from the receiver is followed: closed there is done here', async () => {
    const { town, issueId } = await openTown()
    const number = { externalId: 'SIG-9', issueId }
    await store.handovers.add(town.id, [input(number)], BY)
    expect(await store.handovers.list(town.id, {}, NOW)).toMatchObject([{ external: { id: 'SIG-9', known: false, closedAt: null } }])
    await town.accept([{ key: 'SIG-9' }])
    await town.walk(() => ({ issue: 'een' }))
    expect(await store.handovers.settle(town.ownership, days(1))).toBe(0)
    await town.accept([{ key: 'SIG-9', closedAt: days(2) }], days(2))
    await town.walk(() => ({ issue: 'een' }), days(2))
    expect(await store.handovers.settle(town.ownership, days(2))).toBe(1)
    expect(await store.handovers.settle(town.ownership, days(2))).toBe(0)
    expect(await store.handovers.list(town.id, {}, days(2))).toMatchObject([
      {
        status: 'done',
        closedAt: days(2).toISOString(),
        external: { known: true, closedAt: days(2).toISOString() },
        history: [{}, { type: 'followed', by: null }],
      },
    ])
    expect(await historyOf(town, issueId)).toContain('Melding bij Afval en Grondstoffen: daar gesloten')
  })
})
