import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store, WalkCommandInput } from './store.ts'
import { TEST_STORES } from './testing/open-test-store.ts'
import { NOW, openTestTown, TEST_AREAS, type TestTown, testReading } from './testing/test-town.ts'

const HOUR_MS = 3_600_000
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS)
const NOTHING = { moved: [], opened: [], touched: [], states: [], retired: [], mergedInto: [] }
const CATEGORY = { main: 'wegen', sub: 'gat' }

describe.each(TEST_STORES)('people and the sweep work on issues on $name', ({ open }) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())

  const townWith = async (place: Record<string, string>) => {
    const town = await openTestTown(store)
    await town.accept(Object.keys(place).map((key) => ({ key })))
    await town.walk(({ key }) => ({ issue: place[key]! }))
    return town
  }
  const issue = async (town: TestTown, name: string) => (await store.issues.byId(town.id, town.issueId(name)))!
  const lastEvents = async (town: TestTown, after: number) => (await store.events.after(town.id, after, 100)).events
  const ask = async (town: TestTown, input: WalkCommandInput) => {
    const id = await store.walk.addCommand(town.id, input, NOW)
    expect(await store.walk.commandResult(town.id, id)).toBeNull()
    return (await store.walk.commands(town.id)).find((command) => command.id === id)!
  }

  test('status, assignee, title and mute stand on the issue, its timeline and the stream; the walker keeps a title that a person gave', async () => {
    const town = await townWith({ a: 'een' })
    const user = await store.access.addUser({
      municipalityId: town.id,
      email: `a${town.id}@gemeente.example`,
      name: 'A. Adviseur',
      role: 'adviseur',
      now: NOW,
    })
    const seq = await store.events.seq(town.id)
    const changed = await store.issues.change(town.id, town.issueId('een'), {
      status: 'acknowledged',
      assignee: user.id,
      title: 'Gat in de Dorpsstraat',
      muted: { until: 'escalates', reason: 'bekend bij de aannemer' },
      by: 'A. Adviseur',
      now: NOW,
    })
    expect(changed).toMatchObject({
      status: 'acknowledged',
      assignee: { id: user.id, name: 'A. Adviseur' },
      title: 'Gat in de Dorpsstraat',
      mutedUntil: 'escalates',
    })
    expect(await lastEvents(town, seq)).toMatchObject([{ type: 'issue.changed', data: changed }])
    const { entries } = (await store.issues.timeline(town.id, town.issueId('een')))!
    expect(entries.map(({ type }) => type)).toEqual(['opened', 'status', 'title', 'assigned', 'muted'])
    await store.issues.change(town.id, town.issueId('een'), { status: 'acknowledged', by: null, now: NOW })
    expect(await store.events.seq(town.id)).toBe(seq + 1)
    await town.accept([{ key: 'b' }])
    await town.walk(() => ({ issue: 'een' }))
    expect(await issue(town, 'een')).toMatchObject({ messages: 2, title: 'Gat in de Dorpsstraat', assignee: { name: 'A. Adviseur' } })
    expect(await store.issues.change(town.id, user.id, { status: 'resolved', by: null, now: NOW })).toBeNull()
  })

  test('a merge takes messages, voices and alerts along; the old address leads to the new issue', async () => {
    const town = await townWith({ a: 'een', b: 'twee', c: 'twee' })
    const [one, two] = [town.issueId('een'), town.issueId('twee')]
    await store.alerts.raise(town.ownership, alertOf(two, 'urgent'))
    const command = await ask(town, { type: 'merge', into: one, issues: [two], by: 'A. Adviseur' })
    const seq = await store.events.seq(town.id)
    await store.walk.commitCommand(town.ownership, command, {
      ...NOTHING,
      retired: [two],
      mergedInto: [{ id: two, into: one, wereApart: false }],
      now: NOW,
    })
    expect(await store.walk.commandResult(town.id, command.id)).toEqual({ ok: true, error: null })
    expect(await store.walk.commands(town.id)).toEqual([])
    expect(await issue(town, 'een')).toMatchObject({ messages: 3, voices: 3 })
    expect(await store.issues.byId(town.id, two)).toMatchObject({ id: one })
    expect((await store.issues.search(town.id, { limit: 10, total: true, sort: 'heat' })).total).toBe(1)
    expect((await lastEvents(town, seq)).map(({ type }) => type)).toEqual(['issue.merged', 'issue.changed', 'alert.changed'])
    expect(await store.alerts.open(town.id)).toMatchObject([{ issueId: one, level: 'urgent' }])
    expect(await store.issues.recount(town.id)).toEqual([])
    expect((await store.walk.states(town.id)).map(({ issueId }) => issueId)).toEqual([one])
    const back = await ask(town, { type: 'merge', into: two, issues: [one], by: null })
    await store.walk.commitCommand(town.ownership, back, { ...NOTHING, mergedInto: [{ id: one, into: two, wereApart: false }], now: NOW })
    expect(await store.walk.commandResult(town.id, back.id)).toMatchObject({ ok: false })
    expect(await issue(town, 'een')).toMatchObject({ messages: 3 })
  })

  test('a split makes an issue of its own and leaves the rest as it was', async () => {
    const town = await townWith({ a: 'een', b: 'een', c: 'een' })
    const { items } = await store.messages.search(town.id, { limit: 10, total: false })
    const [moved, , kept] = items.map(({ id }) => id)
    const newIssue = town.issueId('nieuw')
    const command = await ask(town, { type: 'split', issue: town.issueId('een'), messages: [moved!], newIssue, by: null })
    await store.walk.commitCommand(town.ownership, command, {
      ...NOTHING,
      moved: [{ messageId: moved!, issueId: newIssue }],
      opened: [{ id: newIssue, title: 'Iets anders', category: CATEGORY, firstAt: NOW }],
      states: [{ issueId: newIssue, state: 1 }],
      now: NOW,
    })
    expect(await issue(town, 'een')).toMatchObject({ messages: 2, voices: 2 })
    expect(await issue(town, 'nieuw')).toMatchObject({ messages: 1, voices: 1, title: 'Iets anders' })
    expect(await store.walk.placed(town.id, [moved!, kept!])).toEqual(
      expect.arrayContaining([
        { messageId: moved, issueId: newIssue },
        { messageId: kept, issueId: town.issueId('een') },
      ]),
    )
    expect(await store.issues.recount(town.id)).toEqual([])
    expect((await store.walk.states(town.id)).length).toBe(2)
  })

  test('a correction wins over the machine, also over its next reading, and the counts follow', async () => {
    const town = await townWith({ a: 'een' })
    const { id } = (await store.messages.search(town.id, { limit: 1, total: false })).items[0]!
    const correct = async (correction: (WalkCommandInput & { type: 'correct' })['correction']) => {
      const command = await ask(town, { type: 'correct', message: id, correction, by: 'R. Redacteur' })
      await store.walk.commitCommand(town.ownership, command, { ...NOTHING, now: NOW })
      return store.walk.commandResult(town.id, command.id)
    }
    expect(await correct({ sentiment: 'positive', areaCode: 'BU99010201' })).toEqual({ ok: true, error: null })
    await correct({ category: { main: 'afval', sub: 'container' } })
    const reads = { areaCode: 'BU99010201', reading: { sentiment: { label: 'positive', confidence: 1 }, category: { main: 'afval' } } }
    expect(await store.messages.byId(town.id, id)).toMatchObject(reads)
    expect(await issue(town, 'een')).toMatchObject({ sentiment: { negative: 0, positive: 1 }, areaCodes: ['BU99010201'] })
    expect(
      (await store.messages.search(town.id, { limit: 1, total: true, area: 'WK990102', category: 'afval', sentiment: 'positive' })).total,
    ).toBe(1)
    await town.accept([{ key: 'a', text: 'Opnieuw' }])
    await town.walk(() => ({ issue: 'een', mood: 'negative' }))
    expect(await store.messages.byId(town.id, id)).toMatchObject({ ...reads, text: 'Opnieuw' })
    expect(await store.issues.recount(town.id)).toEqual([])
    const unknown = await ask(town, { type: 'correct', message: town.issueId('een'), correction: { sentiment: 'neutral' }, by: null })
    await store.walk.commitCommand(town.ownership, unknown, { ...NOTHING, now: NOW })
    expect(await store.walk.commandResult(town.id, unknown.id)).toMatchObject({
      ok: false,
      error: expect.stringContaining('expected one that is placed'),
    })
  })

  test('a correction that is taken back leaves the machine’s reading, its counts, and nothing to learn', async () => {
    const town = await townWith({ a: 'een', b: 'een' })
    const { items } = await store.messages.search(town.id, { limit: 10, total: false })
    const before = await issue(town, 'een')
    const apply = async (input: WalkCommandInput) =>
      store.walk.commitCommand(town.ownership, await ask(town, input), { ...NOTHING, now: NOW })
    const [first, second] = items
    const empty = await store.messages.lessons(town.id, 10)
    expect(empty.lessons).toEqual([])
    await apply({ type: 'correct', message: first!.id, correction: { sentiment: 'positive', areaCode: 'BU99010201' }, by: null })
    await apply({ type: 'correct', message: second!.id, correction: { facets: ['question'] }, by: null })
    await apply({ type: 'correct', message: first!.id, correction: { roles: ['klant'] }, by: null })
    const { stamp, lessons } = await store.messages.lessons(town.id, 10)
    expect(lessons).toEqual([
      { text: first!.text, language: 'nl', correction: { sentiment: 'positive', areaCode: 'BU99010201', roles: ['klant'] } },
      { text: second!.text, language: 'nl', correction: { facets: ['question'] } },
    ])
    expect((await store.messages.lessons(town.id, 1)).lessons).toEqual(lessons.slice(0, 1))
    await apply({ type: 'withdraw', message: first!.id, by: null })
    expect(await store.messages.byId(town.id, first!.id)).toEqual(first)
    expect(await issue(town, 'een')).toEqual(before)
    expect(await store.issues.recount(town.id)).toEqual([])
    expect((await store.messages.lessons(town.id, 10)).lessons).toEqual(lessons.slice(1))
    expect(await store.messages.lessonStamp(town.id)).not.toBe(stamp)
  })

  test('messages that are placed again count in their new area, but a place that a person gave stays', async () => {
    const town = await townWith({ a: 'een', b: 'een' })
    const { items } = await store.messages.search(town.id, { limit: 10, total: false })
    const corrected = await ask(town, { type: 'correct', message: items[0]!.id, correction: { areaCode: 'BU99010201' }, by: null })
    await store.walk.commitCommand(town.ownership, corrected, { ...NOTHING, now: NOW })
    const { areas } = testReading('negative', CATEGORY, 'BU99010102')
    await store.walk.relocate(
      town.ownership,
      items.map(({ id }) => ({ messageId: id, areaCode: 'BU99010102', areas })),
      NOW,
    )
    expect((await issue(town, 'een')).areaCodes).toEqual(['BU99010102', 'BU99010201'])
    expect(await store.messages.byId(town.id, items[1]!.id)).toMatchObject({ areaCode: 'BU99010102', reading: { areas } })
    expect(await store.issues.recount(town.id)).toEqual([])
    const range = { from: later(-2), to: later(2) }
    expect(await store.counts.hourly(town.id, { areaCode: 'WK990101', category: null, ...range })).toMatchObject([{ messages: 1 }])
  })

  test('activity counts messages, voices, channels and mood per trailing window, and the line ends now', async () => {
    const town = await openTestTown(store)
    await town.accept([
      { key: 'a', voice: 'v1', createdAt: later(-0.5) },
      { key: 'b', voice: 'v1', createdAt: later(-3), channel: 'app' },
      { key: 'c', voice: null, createdAt: later(-30) },
      { key: 'd', voice: 'v2', createdAt: later(-200) },
    ])
    await town.walk(() => ({ issue: 'een' }))
    const [activity] = await store.issues.active(town.id, NOW, 168)
    expect(activity).toMatchObject({
      messages: 4,
      voices: 3,
      channels: 2,
      openMeldingen: 4,
      areaCode: 'BU99010101',
      category: 'wegen',
      level: 'calm',
    })
    expect(activity!.windows).toEqual([
      { hours: 1, messages: 1, voices: 1, channels: 1, negative: 1 },
      { hours: 6, messages: 2, voices: 1, channels: 2, negative: 2 },
      { hours: 24, messages: 2, voices: 1, channels: 2, negative: 2 },
      { hours: 168, messages: 3, voices: 2, channels: 2, negative: 3 },
    ])
    expect(activity!.messagesPerHour).toHaveLength(48)
    expect(activity!.messagesPerHour.map((count, hour) => [hour, count]).filter(([, count]) => count! > 0)).toEqual([
      [17, 1],
      [44, 1],
      [47, 1],
    ])
    expect(await store.issues.active(town.id, later(1_000), 168)).toEqual([])
  })

  test('a judgement is written once: level, heat and a timeline entry, and wakes an issue that is muted until it escalates', async () => {
    const town = await townWith({ a: 'een' })
    const id = town.issueId('een')
    await store.issues.change(town.id, id, { muted: { until: 'escalates', reason: 'bekend' }, by: null, now: NOW })
    const judgement = {
      issueId: id,
      level: 'urgent' as const,
      heat: 12.5,
      why: 'Vier keer normaal',
      timesNormal: 4,
      risenAt: later(1),
      belowSince: null,
      escalates: true,
      line: [0, 1],
      lineEndsAt: NOW,
      now: later(1),
    }
    const seq = await store.events.seq(town.id)
    await store.issues.judge(town.ownership, [judgement])
    await store.issues.judge(town.ownership, [{ ...judgement, lineEndsAt: later(1), now: later(2) }])
    expect(await store.events.seq(town.id)).toBe(seq + 1)
    expect(await issue(town, 'een')).toMatchObject({
      level: 'urgent',
      heat: 12.5,
      why: 'Vier keer normaal',
      timesNormal: 4,
      line: [0, 1],
      mutedUntil: null,
    })
    const { entries } = (await store.issues.timeline(town.id, id))!
    expect(entries.slice(-2).map(({ type }) => type)).toEqual(['level', 'muted'])
    expect((await store.issues.active(town.id, NOW, 1))[0]).toMatchObject({ level: 'urgent', levelSince: later(1) })
  })

  const alertOf = (issueId: string, level: 'attention' | 'urgent' | 'crisis') => ({
    issueId,
    level,
    title: 'Bruin water',
    areaCodes: ['BU99010101'],
    observed: 9,
    expected: 1.2,
    windowHours: 6,
    sentence: 'Negen in zes uur, gewoon is één',
    rule: 'uitbraak',
    ruleId: null,
    ruleVersion: null,
    toldBy: [],
    receivers: [],
    conditions: [{ name: 'berichten', scope: 'issue' as const, value: 9, operator: '>=' as const, threshold: 5, holds: true }],
    now: NOW,
  })

  test('an issue has one open alert: a graver signal raises it and asks again, a lesser one changes nothing', async () => {
    const town = await townWith({ a: 'een', b: 'een', c: 'een', d: 'een' })
    const id = town.issueId('een')
    const first = await store.alerts.raise(town.ownership, alertOf(id, 'attention'))
    expect(first).toMatchObject({ isNew: true, alert: { status: 'open', level: 'attention' } })
    expect(first.alert.examples).toHaveLength(3)
    await store.alerts.change(town.id, first.alert.id, { status: 'acknowledged', by: 'A. Adviseur', now: NOW })
    expect(await store.alerts.raise(town.ownership, alertOf(id, 'attention'))).toMatchObject({
      isNew: false,
      alert: { status: 'acknowledged', acknowledgedBy: 'A. Adviseur' },
    })
    expect(await store.alerts.raise(town.ownership, alertOf(id, 'crisis'))).toMatchObject({
      isNew: false,
      alert: { id: first.alert.id, status: 'open', level: 'crisis' },
    })
    expect(await store.alerts.reasons(town.id, first.alert.id)).toMatchObject({
      rule: 'uitbraak',
      conditions: [{ name: 'berichten', holds: true }],
    })
    expect(await store.alerts.change(town.id, first.alert.id, { status: 'closed', noise: true, by: null, now: later(1) })).toMatchObject({
      status: 'closed',
      closedAt: later(1).toISOString(),
    })
    const second = await store.alerts.raise(town.ownership, alertOf(id, 'attention'))
    expect(second.isNew).toBe(true)
    const page = await store.alerts.list(town.id, { limit: 1 })
    const rest = await store.alerts.list(town.id, { limit: 1, cursor: page.next! })
    expect([...page.items, ...rest.items].map((alert) => alert.id)).toEqual([first.alert.id, second.alert.id])
    expect((await store.alerts.list(town.id, { status: 'open', issue: id, limit: 5 })).items).toHaveLength(1)
  })

  test('the head of the wall counts today, the last hour, open issues and every area with all that lies in it', async () => {
    const town = await openTestTown(store)
    await store.areas.importAll(town.id, TEST_AREAS, NOW)
    await town.accept([
      { key: 'a', createdAt: later(-0.5) },
      { key: 'b', createdAt: later(-5), kind: 'post' },
      { key: 'c', createdAt: later(-12) },
    ])
    await town.walk(({ key }) => ({
      issue: key,
      areaCode: key === 'b' ? 'BU99010201' : 'BU99010101',
      mood: key === 'b' ? 'positive' : 'negative',
    }))
    await store.issues.judge(town.ownership, [
      {
        issueId: town.issueId('b'),
        level: 'urgent',
        risenAt: NOW,
        belowSince: null,
        escalates: false,
        heat: 3,
        why: null,
        timesNormal: null,
        line: [1],
        lineEndsAt: NOW,
        now: NOW,
      },
    ])
    await store.issues.change(town.id, town.issueId('c'), { status: 'resolved', by: null, now: NOW })
    const summary = await store.counts.summary(town.id, NOW)
    expect(summary).toMatchObject({
      messagesToday: 2,
      messagesLastHour: 1,
      expectedLastHour: null,
      moodToday: { negative: 1, neutral: 0, positive: 1 },
      openIssues: 2,
      mutedIssues: 0,
      openMeldingen: 2,
      seq: await store.events.seq(town.id),
    })
    const areas = new Map(summary.areas.map((area) => [area.code, area]))
    expect(areas.get('GM9901')).toMatchObject({ messages: 3, issues: 2, level: 'urgent' })
    expect(areas.get('WK990102')).toMatchObject({ messages: 1, issues: 1, level: 'urgent' })
    expect(areas.get('BU99010101')).toMatchObject({ messages: 2, issues: 1, level: 'calm' })
    expect(areas.get('BU99010102')).toMatchObject({ messages: 0, issues: 0, level: 'calm' })
    expect(await store.counts.firstHour(town.id)).toEqual(new Date('2026-11-23T21:00:00Z'))
  })

  test('what plays everywhere marks the gemeente, what plays in one place its buurt', async () => {
    const town = await openTestTown(store)
    await store.areas.importAll(town.id, TEST_AREAS, NOW)
    await town.accept(Array.from({ length: 11 }, (_, at) => ({ key: `m${at}`, createdAt: later(-1) })))
    await town.walk(({ key }) => ({ issue: 'een', areaCode: key === 'm0' ? 'BU99010201' : 'BU99010101' }))
    await store.issues.judge(town.ownership, [
      {
        issueId: town.issueId('een'),
        level: 'urgent',
        risenAt: NOW,
        belowSince: null,
        escalates: false,
        heat: 3,
        why: null,
        timesNormal: null,
        line: [1],
        lineEndsAt: NOW,
        now: NOW,
      },
    ])
    const areas = new Map((await store.counts.summary(town.id, NOW)).areas.map((area) => [area.code, area]))
    expect(areas.get('BU99010101')).toMatchObject({ issues: 1, level: 'urgent' })
    expect(areas.get('BU99010201')).toMatchObject({ issues: 1, level: 'calm' })
    expect(areas.get('GM9901')).toMatchObject({ issues: 1, level: 'urgent' })
  })
})
