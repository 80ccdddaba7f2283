import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ConflictError, StaleVersionError } from './errors.ts'
import type { Store } from './store.ts'
import { TEST_STORES } from './testing/open-test-store.ts'
import { NOW, openTestTown, TEST_AREAS } from './testing/test-town.ts'

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const hash = (text: string) => createHash('sha256').update(text).digest()

describe.each(TEST_STORES)('the newsroom and its administration on $name', ({ open }) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())

  test('a municipality is there once, with its code; sources have one name each', async () => {
    const added = await store.municipalities.add({ code: 'GM0001', name: 'Proefstad', now: NOW })
    expect(added).toEqual({ id: added.id, code: 'GM0001', name: 'Proefstad', demo: false, replayOf: null })
    await expect(store.municipalities.add({ code: 'GM0001', name: 'Nog eens', now: NOW })).rejects.toThrow(ConflictError)
    expect(await store.municipalities.byCode('GM0001')).toEqual(added)
    expect(await store.municipalities.byId(added.id)).toEqual(added)
    await store.sources.add(added.id, { name: 'Site', kind: 'http', channel: 'website', now: NOW })
    await expect(store.sources.add(added.id, { name: 'Site', kind: 'file', channel: 'website', now: NOW })).rejects.toThrow(ConflictError)
  })

  test('how a source is doing: new, good, slow, quiet, failing are five things', async () => {
    const { id } = await store.municipalities.add({ code: 'GM0002', name: 'Bronstad', now: NOW })
    const source = await store.sources.add(id, { name: 'Praatjes', kind: 'http', channel: 'facebook', now: NOW })
    expect(source.retentionDays).toBe(90)
    const state = async (minutes: number) => (await store.sources.list(id, later(minutes)))[0]!.state
    expect(await state(0)).toBe('new')
    await store.sources.noteSuccess(source.id, NOW)
    expect([await state(1), await state(7 * 60), await state(25 * 60)]).toEqual(['good', 'slow', 'quiet'])
    await store.sources.noteError(source.id, later(1), 'geen antwoord')
    expect((await store.sources.list(id, later(2)))[0]).toMatchObject({ state: 'failing', lastError: 'geen antwoord' })
    await store.sources.noteSuccess(source.id, later(3))
    expect(await state(4)).toBe('good')
    await store.sources.setCategoryMap(source.id, { stank: { main: 'afval', sub: 'geur' } })
    expect(await store.sources.byName(id, 'Praatjes')).toMatchObject({ categoryMap: { stank: { main: 'afval', sub: 'geur' } } })
    expect(await store.sources.byId(id + 1, source.id)).toBeNull()
  })

  test('areas are replaced by code and sorted as Dutch readers expect; walkers see that they changed', async () => {
    const { id } = await store.municipalities.add({ code: 'GM0003', name: 'Kaartstad', now: NOW })
    const version = await store.areas.version(id)
    expect(await store.areas.importAll(id, TEST_AREAS, NOW)).toEqual({ areas: 6 })
    await store.areas.importAll(id, [{ ...TEST_AREAS[0]!, name: 'Lindehaven aan Zee' }], NOW)
    const names = (await store.areas.list(id)).map(({ name }) => name)
    expect(names).toEqual(['Élan', 'Havenkwartier', 'Havenwijk', 'Lindehaven aan Zee', 'Oude Dijk', 'zonneweide'])
    expect((await store.areas.list(id, { geometry: true })).find(({ code }) => code === 'BU99010101')).toEqual(TEST_AREAS[3])
    const place = { name: 'Dorpsstraat', kind: 'street' as const, areaCode: 'BU99010101', lat: 52.6, lon: 5.3 }
    await store.areas.importPlaces(id, [place, { ...place, lat: 52.7 }])
    await store.areas.importPlaces(id, [{ ...place, lat: 52.8 }])
    expect(await store.areas.places(id)).toEqual([{ ...place, lat: 52.8 }])
    expect(await store.areas.version(id)).toBe(version + 4)
    expect((await store.events.after(id, 0, 10)).events.map(({ type }) => type)).toEqual(['areas.changed', 'areas.changed'])
  })

  test('planned items have versions: a stale edit is refused with the present item', async () => {
    const town = await openTestTown(store)
    await town.accept([{ key: 'a' }])
    await town.walk(() => ({ issue: 'een' }))
    const user = await store.access.addUser({
      municipalityId: town.id,
      email: 'red@gemeente.example',
      name: 'R. Redacteur',
      role: 'redacteur',
      now: NOW,
    })
    const input = {
      title: 'Uitleg bruin water',
      status: 'idea' as const,
      owner: user.id,
      plannedOn: '2026-11-26',
      channels: ['website'],
      issueId: town.issueId('een'),
      notes: '',
    }
    const item = await store.planning.add(town.id, { ...input, by: 'R. Redacteur', now: NOW })
    const second = await store.planning.add(town.id, { ...input, issueId: null, by: null, now: NOW })
    expect(item).toMatchObject({
      version: 1,
      owner: { name: 'R. Redacteur' },
      issueTitle: 'Lantaarnpaal kapot',
      plannedOn: '2026-11-26',
      position: 1,
    })
    expect(second.position).toBe(2)
    const changed = await store.planning.change(town.id, item.id, {
      version: 1,
      status: 'draft',
      owner: null,
      plannedOn: null,
      by: null,
      now: later(1),
    })
    expect(changed).toMatchObject({ version: 2, status: 'draft', owner: null, plannedOn: null, title: 'Uitleg bruin water' })
    const stale = store.planning.change(town.id, item.id, { version: 1, title: 'Te laat', by: null, now: later(2) })
    await expect(stale).rejects.toThrow(StaleVersionError)
    await expect(stale).rejects.toMatchObject({ status: 409, current: changed })
    expect(await store.planning.change(town.id, user.id, { version: 1, by: null, now: NOW })).toBeNull()
    expect(await store.planning.remove(town.id, second.id, NOW)).toBe(true)
    expect(await store.planning.remove(town.id, second.id, NOW)).toBe(false)
    const list = await store.planning.list(town.id)
    expect(list).toEqual({ items: [changed], next: null, seq: await store.events.seq(town.id) })
    const { events } = await store.events.after(town.id, 0, 100)
    expect(events.slice(-4).map(({ type }) => type)).toEqual([
      'content-item.changed',
      'content-item.changed',
      'content-item.changed',
      'content-item.removed',
    ])
    expect((await store.issues.timeline(town.id, town.issueId('een')))!.entries.at(-1)).toMatchObject({ type: 'content-item' })
  })

  test('an invite works once and not after its time; a revoked person has no sessions and may come back', async () => {
    const { id } = await store.municipalities.add({ code: 'GM0004', name: 'Mensenstad', now: NOW })
    const input = { municipalityId: id, email: 'Adviseur@gemeente.example', name: 'A. 100%_zeker', role: 'adviseur' as const, now: NOW }
    const user = await store.access.addUser(input)
    await expect(store.access.addUser({ ...input, email: 'adviseur@GEMEENTE.example' })).rejects.toThrow(ConflictError)
    await store.access.addInvite({ userId: user.id, tokenHash: hash('een'), expiresAt: later(30), now: NOW })
    await store.access.addInvite({ userId: user.id, tokenHash: hash('twee'), expiresAt: later(30), now: NOW })
    expect(await store.access.redeemInvite(hash('een'), later(29))).toEqual({ userId: user.id })
    expect(await store.access.redeemInvite(hash('een'), later(29))).toBeNull()
    expect(await store.access.redeemInvite(hash('twee'), later(31))).toBeNull()
    expect(await store.access.redeemInvite(hash('drie'), NOW)).toBeNull()
    const session = { userId: user.id, data: { csrf: 'x' }, expiresAt: later(60) }
    await store.access.writeSession(hash('sessie'), session)
    await store.access.writeSession(hash('sessie'), { ...session, data: { csrf: 'y' } })
    expect(await store.access.readSession(hash('sessie'), later(59))).toEqual({ csrf: 'y' })
    expect(await store.access.readSession(hash('sessie'), later(61))).toBeNull()
    expect(await store.access.principalOfUser(user.id, 's')).toMatchObject({ kind: 'user', role: 'adviseur', municipalityId: id })
    expect(await store.access.users(id, { q: '0%_z' })).toHaveLength(1)
    expect(await store.access.users(id, { q: '%%' })).toHaveLength(0)
    expect(await store.access.revokeUser(user.id, NOW)).toBe(true)
    expect(await store.access.revokeUser(user.id, NOW)).toBe(false)
    expect(await store.access.readSession(hash('sessie'), NOW)).toBeNull()
    expect(await store.access.principalOfUser(user.id, 's')).toBeNull()
    expect(await store.access.userByEmail(input.email)).toBeNull()
    expect(await store.access.addUser(input)).toMatchObject({ email: input.email, revokedAt: null })
  })

  test('there is an administrator once one was added', async () => {
    expect(await store.access.anyAdministrator()).toBe(false)
    const { id } = await store.access.addUser({
      municipalityId: null,
      email: 'beheer@rumoer.example',
      name: 'B. Beheer',
      role: 'beheerder',
      now: NOW,
    })
    expect(await store.access.anyAdministrator()).toBe(true)
    expect((await store.access.users(null)).map((user) => user.id)).toEqual([id])
    await store.access.writeSession(hash('b'), { userId: id, data: 1, expiresAt: later(60) })
    await store.access.revokeSessionsOf(id)
    expect(await store.access.readSession(hash('b'), NOW)).toBeNull()
  })

  test('keys of sources and readers open what they are for, until they are revoked by id or name', async () => {
    const { id } = await store.municipalities.add({ code: 'GM0005', name: 'Sleutelstad', now: NOW })
    const source = await store.sources.add(id, { name: 'Site', kind: 'http', channel: 'website', now: NOW })
    const writer = await store.access.addKey({
      municipalityId: id,
      name: 'Site',
      role: null,
      sourceId: source.id,
      secretHash: hash('w'),
      now: NOW,
    })
    await store.access.addKey({ municipalityId: id, name: 'Scherm', role: 'lezer', sourceId: null, secretHash: hash('r'), now: later(1) })
    expect(await store.access.principalOfKey(hash('w'), NOW)).toEqual({
      kind: 'source',
      keyId: writer.id,
      sourceId: source.id,
      municipalityId: id,
    })
    expect(await store.access.principalOfKey(hash('r'), later(5))).toMatchObject({ kind: 'key', role: 'lezer', name: 'Scherm' })
    expect(await store.access.principalOfKey(hash('?'), NOW)).toBeNull()
    expect(await store.access.keys(id)).toMatchObject([
      { name: 'Site', source: 'Site', role: null },
      { name: 'Scherm', lastUsedAt: later(5).toISOString() },
    ])
    expect(await store.access.revokeKey(id, writer.id, NOW)).toBe(true)
    expect(await store.access.revokeKey(id, 'Scherm', NOW)).toBe(true)
    expect(await store.access.revokeKey(id, 'Scherm', NOW)).toBe(false)
    expect(await store.access.principalOfKey(hash('r'), NOW)).toBeNull()
  })

  test('the audit log pages from the newest back', async () => {
    const { id } = await store.municipalities.add({ code: 'GM0006', name: 'Logstad', now: NOW })
    for (const subject of ['een', 'twee', 'drie'])
      await store.audit.write({ municipalityId: id, by: 'B. Beheer', action: 'user.add', subject, now: NOW })
    const first = await store.audit.list(id, 2)
    const second = await store.audit.list(id, 2, first.next!)
    expect([...first.items, ...second.items].map(({ subject }) => subject)).toEqual(['drie', 'twee', 'een'])
    expect(second.next).toBeNull()
  })

  test('a replay is a tenant of its own: places and sources copied, real counters untouched, removed without trace', async () => {
    const town = await openTestTown(store)
    await store.areas.importAll(town.id, TEST_AREAS, NOW)
    const seq = await store.events.seq(town.id)
    const replay = await store.replays.create(town.id, { label: 'november', speed: 3_600, from: NOW, to: later(600), now: NOW })
    expect(await store.areas.list(replay.municipalityId, { geometry: true })).toEqual(await store.areas.list(town.id, { geometry: true }))
    const copied = (await store.sources.byId(replay.municipalityId, replay.sources.get(town.source.id)!))!
    expect(copied.name).toBe(town.source.name)
    const ownership = await store.walk.ownReplay(replay.municipalityId)
    expect(ownership.epoch).toBe(1)
    await store.inbox.accept(replay.municipalityId, [{ ...town.item({ key: 'a' }), sourceId: copied.id }], NOW)
    expect(await store.inbox.count(town.id)).toBe(0)
    expect(await store.events.seq(town.id)).toBe(seq)
    expect((await store.municipalities.list()).some(({ id }) => id === replay.municipalityId)).toBe(false)
    await store.replays.progress(replay.municipalityId, { nowAt: later(5), status: 'finished' })
    const known = { id: replay.municipalityId, label: 'november', speed: 3_600, status: 'finished', nowAt: later(5).toISOString() }
    expect(await store.replays.list(town.id)).toMatchObject([known])
    expect(await store.replays.of(town.id, replay.municipalityId)).toMatchObject(known)
    expect(await store.replays.of(town.id + 1, replay.municipalityId)).toBeNull()
    await store.replays.remove(town.id)
    expect(await store.municipalities.byId(town.id)).not.toBeNull()
    await store.replays.remove(replay.municipalityId)
    expect(await store.replays.list(town.id)).toEqual([])
    expect(await store.municipalities.byId(replay.municipalityId)).toBeNull()
    expect(await store.inbox.count(replay.municipalityId)).toBe(0)
  })

  test('history comes oldest first, in pages, without tombstones', async () => {
    const town = await openTestTown(store)
    await town.accept(['a', 'b', 'c'].map((key, n) => ({ key, createdAt: later(-n) })))
    await town.walk(() => ({ issue: 'een' }))
    const first = await store.messages.history(town.id, NOW, null, 1)
    const rest = await store.messages.history(town.id, NOW, { createdAt: new Date(first[0]!.createdAt), id: first[0]!.id }, 10)
    expect([...first, ...rest].map(({ externalId }) => externalId)).toEqual(['c', 'b'])
    expect(first[0]).toMatchObject({ revision: 1, voice: 'bewoner van c', location: { address: 'Dorpsstraat 1' } })
    expect((await store.messages.byIds(town.id, [rest[0]!.id]))[0]).toEqual(rest[0])
  })

  test('the database answers, says its version, and can be measured without leaving anything behind', async () => {
    await store.health.ping()
    expect(Number.parseInt(await store.health.version(), 10)).toBeGreaterThanOrEqual(15)
    const town = await openTestTown(store)
    expect(await store.health.ceiling(town.id, 25)).toEqual({ rows: 0, rowsPerSecond: 0 })
    await town.accept(['a', 'b', 'c'].map((key) => ({ key })))
    await town.walk(() => ({ issue: 'een' }))
    for (const chunk of [2, 3]) {
      const { rows, rowsPerSecond } = await store.health.ceiling(town.id, chunk)
      expect(rows).toBe(3)
      expect(rowsPerSecond).toBeGreaterThan(0)
    }
  })
})
