import type { Session } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inviteLink } from '../../access/invite.ts'
import { openTestServer, type TestServer } from '../../testing/open-test-server.ts'

let store: Store
let server: TestServer
const clock = { offsetMs: 0 }
beforeAll(async () => {
  store = await TEST_STORES[0]!.open()
  server = await openTestServer(store, { now: () => new Date(Date.now() + clock.offsetMs) })
})
afterAll(async () => {
  await server.close()
  await store.close()
})

let people = 0
async function invite(role: 'adviseur' | 'beheerder' | 'lezer' = 'adviseur', municipalityId: number | null = server.municipality.id) {
  people += 1
  const user = await store.access.addUser({
    municipalityId,
    email: `sanne${people}@lindehaven.example`,
    name: `Sanne Vermeer ${people}`,
    role,
    now: new Date(),
  })
  return { user, token: (await inviteLink(server.services, user.id)).split('#')[1]! }
}
let callers = 0
/** Each call from another address, as sign-ins are counted per address. */
const signIn = (token: string, headers: Record<string, string> = {}) => {
  callers += 1
  return server.app.inject({ method: 'POST', url: '/v1/session', payload: { token }, headers, remoteAddress: `10.1.0.${callers}` })
}

async function browser(role: 'adviseur' | 'beheerder' | 'lezer' = 'adviseur', municipalityId?: number | null) {
  const { user, token } = await invite(role, municipalityId === undefined ? server.municipality.id : municipalityId)
  const response = await signIn(token)
  const cookie = String(response.headers['set-cookie']).split(';')[0]!
  const session = response.json<Session>()
  const call = (method: 'GET' | 'POST' | 'DELETE', url: string, headers: Record<string, string> = {}, payload?: object) =>
    server.app.inject({ method, url, headers: { cookie, ...headers }, ...(payload ? { payload } : {}) })
  const own = () => ({ origin: server.url, 'x-csrf-token': session.csrfToken })
  return { user, response, session, cookie, call, own }
}

test('a sign-in link works once and gives an httpOnly, SameSite=Lax cookie', async () => {
  const { token, user } = await invite()
  const first = await signIn(token)
  expect(first.statusCode).toBe(200)
  expect(first.json<Session>()).toMatchObject({ user: { id: user.id }, role: 'adviseur', municipality: { code: server.municipality.code } })
  expect(String(first.headers['set-cookie'])).toMatch(/^rumoer=[^;]+;.*HttpOnly.*SameSite=Lax/)
  expect(String(first.headers['set-cookie'])).not.toContain('Secure')
  expect((await signIn(token)).statusCode).toBe(401)
})

test('a link older than thirty minutes does not work', async () => {
  const { token } = await invite()
  clock.offsetMs = 31 * 60_000
  expect((await signIn(token)).statusCode).toBe(401)
  clock.offsetMs = 0
})

test('a page of another site cannot sign somebody in', async () => {
  const { token } = await invite()
  expect((await signIn(token, { origin: 'https://evil.example' })).statusCode).toBe(403)
  expect((await signIn(token, { origin: server.url })).statusCode).toBe(200)
})

test('who is signed in reads, and writes only with the token and from our own page', async () => {
  const { call, own, session } = await browser()
  expect((await call('GET', '/v1/session')).json<Session>().user.name).toBe(session.user.name)
  expect((await call('GET', '/v1/issues')).statusCode).toBe(200)
  const item = { title: 'Uitleg over bruin water', channels: ['website'] }
  expect((await call('POST', '/v1/content-items', {}, item)).statusCode).toBe(403)
  expect((await call('POST', '/v1/content-items', { origin: server.url }, item)).statusCode).toBe(403)
  expect((await call('POST', '/v1/content-items', { ...own(), origin: 'https://evil.example' }, item)).statusCode).toBe(403)
  expect((await call('POST', '/v1/content-items', own(), item)).statusCode).toBe(201)
})

test('a session ends by signing out, and by revoking the person', async () => {
  const one = await browser()
  expect((await one.call('DELETE', '/v1/session', one.own())).statusCode).toBe(204)
  expect((await one.call('GET', '/v1/session')).statusCode).toBe(401)
  const other = await browser('lezer')
  const admin = await browser('beheerder')
  expect((await admin.call('DELETE', `/v1/users/${other.user.id}`, admin.own())).statusCode).toBe(204)
  expect((await other.call('GET', '/v1/session')).statusCode).toBe(401)
})

test('a session ends after twelve hours of silence, and lives on while it is used', async () => {
  const { call } = await browser()
  clock.offsetMs = 8 * 3_600_000
  expect((await call('GET', '/v1/issues')).statusCode).toBe(200)
  clock.offsetMs = 16 * 3_600_000
  expect((await call('GET', '/v1/issues')).statusCode).toBe(200)
  clock.offsetMs = 29 * 3_600_000
  expect((await call('GET', '/v1/issues')).statusCode).toBe(401)
  clock.offsetMs = 0
})

test('an administrator of the installation works in the first municipality, or in the one that is named', async () => {
  const other = await openTestServer(store)
  const { call, session } = await browser('beheerder', null)
  expect(session.municipality?.code).toBe(server.municipality.code)
  const named = (await call('GET', `/v1/areas?municipality=${other.municipality.code}`)).json<{ items: { code: string }[] }>()
  expect(named.items.map(({ code }) => code)).toContain(other.municipality.code)
  expect((await call('GET', '/v1/areas?municipality=GM0001')).statusCode).toBe(400)
  await other.close()
})

test('colleagues see names, administrators see addresses, and nobody sees a token', async () => {
  const reader = await browser('lezer')
  const admin = await browser('beheerder')
  const people = (await reader.call('GET', '/v1/users?q=Sanne')).json<{ items: object[] }>().items
  expect(Object.keys(people[0]!).sort()).toEqual(['id', 'name'])
  expect(Object.keys((await admin.call('GET', '/v1/users')).json<{ items: object[] }>().items[0]!)).toContain('email')
})

test('a source for a personal channel needs a purpose; its key is shown once', async () => {
  const { call, own } = await browser('beheerder')
  const refused = await call('POST', '/v1/sources', own(), { name: 'Facebook', channel: 'facebook' })
  expect([refused.statusCode, refused.json<{ errors: { path: string }[] }>().errors[0]?.path]).toEqual([400, 'purpose'])
  const purpose = {
    purpose: 'Signalen uit de buurt zien',
    legalGround: 'publieke taak',
    owner: 'Communicatie',
    endsOn: '2027-12-31',
    retentionDays: 90,
  }
  const added = await call('POST', '/v1/sources', own(), { name: 'Facebook', channel: 'facebook', purpose })
  expect([added.statusCode, added.json<{ key: string }>().key]).toEqual([201, expect.stringMatching(/^rumoer_/)])
  expect((await call('POST', '/v1/sources', own(), { name: 'Facebook', channel: 'facebook', purpose })).statusCode).toBe(409)
  expect((await call('GET', '/v1/sources')).payload).not.toContain('rumoer_')
  expect((await call('GET', '/v1/audit')).payload).toContain('source.add')
})

test('the eleventh sign-in a minute from one address waits', async () => {
  const codes: number[] = []
  while (codes.length < 11) {
    const tried = await server.app.inject({ method: 'POST', url: '/v1/session', payload: { token: 'fout' }, remoteAddress: '10.9.9.9' })
    codes.push(tried.statusCode)
  }
  expect(codes).toEqual([...Array(10).fill(401), 429])
})
