import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { AuditEntry, Collection, HandedOver, Handover, HandoverWithLink, MessageOut, Problem, Session } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newSecret } from '../../access/new-secret.ts'
import { openTestServer, rawMelding, type TestServer } from '../../testing/open-test-server.ts'

const MAIL = 'groen@lindehaven.example'
const DAY_MS = 86_400_000

describe.each(TEST_STORES)('hand-overs over HTTP on $name', ({ open }) => {
  let store: Store
  let server: TestServer
  let smtp: SMTPServer
  let clock: Date
  let message: MessageOut
  let secret: MessageOut
  const letters: string[] = []
  beforeAll(async () => {
    store = await open()
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, callback) => void text(stream).then((source) => callback(void letters.push(source) as undefined)),
    })
    await new Promise<void>((done) => smtp.listen(0, '127.0.0.1', () => done()))
    clock = new Date()
    const port = (smtp.server.address() as AddressInfo).port
    const env = { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'rumoer@lindehaven.example' }
    server = await openTestServer(store, { walk: true, env, now: () => clock })
    const createdAt = clock.toISOString()
    const raws = [
      rawMelding(1, { createdAt }),
      rawMelding(2, {
        createdAt,
        text: 'Mijn huurhuis is beschimmeld, de verhuurder doet niets.',
        category: { main: 'wonen', sub: 'onderhoud-woning' },
      }),
    ]
    expect((await server.send('POST', '/v1/messages', raws, server.keys.source)).status).toBe(200)
    await server.walked()
    const { items } = (await (await server.get('/v1/messages')).json()) as Collection<MessageOut>
    message = items[0]!
    secret = items[1]!
  })
  afterAll(async () => {
    await server.close()
    await new Promise<void>((done) => smtp.close(() => done()))
    await store.close()
  })

  const dueAt = () => new Date(clock.getTime() + 3 * DAY_MS).toISOString()
  const department = { kind: 'melding', receiver: { kind: 'department', code: 'AEG' } } as const
  const send = (body: unknown, key = server.keys.adviseur) => server.send('POST', '/v1/handovers', body, key)
  const hand = async (...handovers: object[]) => {
    const response = await send({ message: message.id, handovers: handovers.map((one) => ({ dueAt: dueAt(), ...one })) })
    expect(response.status).toBe(201)
    return ((await response.json()) as { items: HandoverWithLink[] }).items
  }
  const post = async <Answer>(path: string, body: unknown) => {
    const response = await fetch(`${server.url}/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: (await response.json()) as Answer }
  }
  const tokenOf = ({ link }: HandoverWithLink) => link!.split('#')[1]!

  test('three out of one message, each with its receiver and term; only those outside get a link', async () => {
    const made = await hand(
      { ...department, note: 'Bel Jan op 06-12345678' },
      { kind: 'symptom', receiver: { kind: 'issue' } },
      { kind: 'engagement', receiver: { kind: 'wijkmanager', code: `WK${server.municipality.code.slice(2)}01` } },
      { kind: 'melding', receiver: { kind: 'signalen' } },
    )
    expect(made.map(({ receiver, link }) => [receiver.name, link !== null])).toEqual([
      ['Afval en Grondstoffen', true],
      [made[1]!.issueTitle, false],
      ['Wijkmanager Havenwijk', true],
      ['Signalen', false],
    ])
    expect(made[0]!.note).not.toContain('12345678')
    expect(made[1]!.issue).toBe(message.issue)
    expect(made[3]!.external).toEqual({ id: message.externalId, known: true, closedAt: null })
    const list = (await (await server.get(`/v1/handovers?message=${message.id}&total=true`)).json()) as Collection<Handover>
    expect(list.total).toBe(4)
    const { items } = (await (await server.get('/v1/audit')).json()) as Collection<AuditEntry>
    expect(items.filter(({ action }) => action === 'handover.add')).toHaveLength(4)
  })

  test('what is not here, or not for such a receiver, is told per field', async () => {
    const paths = async (handover: object, more: object = { message: message.id }) => {
      const response = await send({ ...more, handovers: [{ dueAt: dueAt(), ...handover }] })
      return [response.status, ...((await response.json()) as Problem).errors!.map(({ path }) => path)]
    }
    expect(await paths({ kind: 'melding', receiver: { kind: 'department', code: 'XX' } })).toEqual([400, 'handovers.0.receiver.code'])
    expect(await paths({ kind: 'engagement', receiver: { kind: 'signalen' } })).toEqual([400, 'handovers.0.receiver.kind'])
    expect(await paths({ kind: 'callback', receiver: { kind: 'person', code: message.id } })).toEqual([400, 'handovers.0.receiver.code'])
    expect(await paths(department, { message: message.issue })).toEqual([400, 'message'])
    expect(await paths(department, { issue: message.id })).toEqual([400, 'issue'])
  })

  test('the link goes by mail without words of residents, opens only its own, and its answer stands in the history', async () => {
    const [made] = await hand({ ...department, mail: MAIL, note: 'Graag snel' })
    expect(made).toMatchObject({ mailed: true, mail: MAIL })
    const letter = letters.at(-1)!.replace(/=\r\n/g, '').replaceAll('=3D', '=')
    expect(letter).toContain(`#${tokenOf(made!)}`)
    expect(letter).not.toMatch(/kraan|snel/)
    const opened = await post<HandedOver>('/handed-over/_open', { token: tokenOf(made!) })
    expect(opened).toMatchObject({
      status: 200,
      body: { id: made!.id, note: 'Graag snel', about: { text: message.text, sensitive: false } },
    })
    expect(opened.body.history.map(({ type }) => type)).toEqual(['made'])
    const said = { token: tokenOf(made!), version: 1, status: 'taken', text: 'Wij kijken morgen, bel 06-12345678' }
    const answered = await post<HandedOver>('/handed-over/_answer', said)
    expect(answered.body).toMatchObject({ status: 'taken', version: 2, history: [{}, { type: 'answer', by: 'Afval en Grondstoffen' }] })
    expect(JSON.stringify(answered.body)).not.toContain('12345678')
    const stale = await post<Problem & { current: HandedOver }>('/handed-over/_answer', said)
    expect(stale).toMatchObject({ status: 409, body: { current: { version: 2 } } })
    expect(stale.body.current).not.toHaveProperty('mail')
    const timeline = await (await server.get(`/v1/issues/${message.issue}/timeline`)).text()
    expect(timeline).toContain('Melding bij Afval en Grondstoffen: opgepakt')
    expect(timeline).not.toContain('kijken morgen')
  })

  test('a link that was replaced, revoked, made up or is past its date opens nothing', async () => {
    const [made] = await hand(department)
    const opens = async (token: string) => (await post('/handed-over/_open', { token })).status
    const renewed = (await (await server.send('POST', `/v1/handovers/${made!.id}/_link`, {})).json()) as HandoverWithLink
    expect([await opens(tokenOf(made!)), await opens(tokenOf(renewed))]).toEqual([410, 200])
    expect(await opens(tokenOf(renewed).replace(/^./, (first) => (first === '0' ? '1' : '0')))).toBe(404)
    const real = clock
    clock = new Date(Date.parse(renewed.linkUntil!) + 1)
    expect(await opens(tokenOf(renewed))).toBe(410)
    clock = real
    expect(await (await server.send('DELETE', `/v1/handovers/${made!.id}/_link`, undefined)).json()).toMatchObject({ linkUntil: null })
    expect(await opens(tokenOf(renewed))).toBe(410)
  })

  test('behind a link a sensitive subject has no words, no place and no title', async () => {
    expect(secret.reading?.category.main).toBe('wonen')
    const handover = { ...department, note: 'Over schimmel', dueAt: dueAt() }
    const { items } = (await (await send({ message: secret.id, handovers: [handover] })).json()) as { items: HandoverWithLink[] }
    const { body } = await post<HandedOver>('/handed-over/_open', { token: tokenOf(items[0]!) })
    expect(body).toMatchObject({ note: '', about: { sensitive: true, text: null, title: null, areas: [] } })
    expect(JSON.stringify(body)).not.toMatch(/schimmel|huurhuis/)
  })

  test('a department that signs in sees what went to its address and nothing else, and answers that alone', async () => {
    const [mine] = await hand({ ...department, mail: 'Water@lindehaven.example' })
    const [other] = await hand({ ...department, mail: MAIL })
    const user = await store.access.addUser({
      municipalityId: server.municipality.id,
      email: 'water@lindehaven.example',
      name: 'Team Water',
      role: 'vakafdeling',
      now: clock,
    })
    const invite = newSecret('')
    await store.access.addInvite({ userId: user.id, tokenHash: invite.hash, expiresAt: new Date(clock.getTime() + DAY_MS), now: clock })
    const signedIn = await fetch(`${server.url}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ token: invite.secret }),
    })
    const cookie = signedIn.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    const { csrfToken } = (await signedIn.json()) as Session
    const ask = (method: string, path: string, body?: unknown) =>
      fetch(`${server.url}/v1${path}`, {
        method,
        headers: { cookie, origin: server.url, 'x-csrf-token': csrfToken, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
    const seen = (await (await ask('GET', '/handed-over')).json()) as Collection<HandedOver>
    expect(seen.items.map(({ id }) => id)).toEqual([mine!.id])
    for (const path of ['/messages', '/issues', '/handovers', `/handovers/${mine!.id}`]) expect((await ask('GET', path)).status).toBe(403)
    const answer = { version: 1, status: 'done', text: 'Kraan spoelt weer schoon' }
    expect((await ask('POST', `/handed-over/${other!.id}/_answers`, answer)).status).toBe(404)
    expect(await (await ask('POST', `/handed-over/${mine!.id}/_answers`, answer)).json()).toMatchObject({ status: 'done' })
    const key = (await (await server.get('/v1/handed-over', server.keys.vakafdeling)).json()) as Collection<HandedOver>
    expect(key.items).toEqual([])
  })

  test('a promise to call back shows when it is overdue, until somebody says that it was kept', async () => {
    const user = await store.access.addUser({
      municipalityId: server.municipality.id,
      email: 'sanne@lindehaven.example',
      name: 'Sanne Vermeer',
      role: 'adviseur',
      now: clock,
    })
    const due = new Date(clock.getTime() + 60_000).toISOString()
    const [made] = await hand({ kind: 'callback', receiver: { kind: 'person', code: user.id }, dueAt: due })
    const overdue = async () =>
      ((await (await server.get('/v1/handovers?overdue=true')).json()) as Collection<Handover>).items.map(({ id }) => id)
    expect(await overdue()).toEqual([])
    const real = clock
    clock = new Date(clock.getTime() + 120_000)
    expect(await overdue()).toEqual([made!.id])
    const kept = await server.send('PATCH', `/v1/handovers/${made!.id}`, { version: 1, status: 'done' })
    expect(await kept.json()).toMatchObject({ status: 'done', receiver: { name: 'Sanne Vermeer' }, overdue: false })
    expect(await overdue()).toEqual([])
    const again = await server.send('PATCH', `/v1/handovers/${made!.id}`, { version: 1, status: 'waiting' })
    expect([again.status, (await again.json()) as object]).toMatchObject([409, { current: { version: 2, status: 'done' } }])
    clock = real
  })
})
