import { randomUUID } from 'node:crypto'
import type { Collection, Issue, Screen, ScreenSelf } from '@rumoer/contracts'
import { DEFAULT_SCREEN } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReader, openTestServer, rawMelding, type TestServer } from '../../testing/open-test-server.ts'

/** The wall asks these, and only these. */
const ALLOWED = ['/v1/screens/_self', '/v1/summary', '/v1/issues', '/v1/areas', '/v1/content-items', '/v1/stream']
const SECRETS = /Jolanda|Wijngaard|karel|extern-|@lindehaven|Sanne Proef|geheime|06-?1234|Kerkstraat 12/i
const REVOKED_WITHIN_MS = 10_000

let store: Store
let server: TestServer
beforeAll(async () => {
  store = await TEST_STORES[0]!.open()
  server = await openTestServer(store, { walk: true })
})
afterAll(async () => {
  await server.close()
  await store.close()
})

async function enter(token: string): Promise<{ status: number; cookie: string; self: ScreenSelf }> {
  const answer = await fetch(`${server.url}/v1/screens/_enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  return { status: answer.status, cookie: answer.headers.get('set-cookie') ?? '', self: (await answer.json()) as ScreenSelf }
}

async function hang(name = 'Hal'): Promise<{ id: string; cookie: string; self: ScreenSelf }> {
  const added = (await (await server.send('POST', '/v1/screens', { name })).json()) as { id: string; token: string }
  const entered = await enter(added.token)
  return { id: added.id, cookie: entered.cookie.split(';', 1)[0] ?? '', self: entered.self }
}

const asScreen = (cookie: string, path: string) => fetch(`${server.url}${path}`, { headers: { cookie } })
const origin = () => ({ origin: server.url })

test('a screen swaps its token for a cookie that no script reads, and is told how it should look', async () => {
  const added = (await (await server.send('POST', '/v1/screens', { name: 'Balie' })).json()) as { id: string; token: string }
  const { cookie, self } = await enter(added.token)
  expect(cookie).toMatch(/^rumoer_scherm=.*HttpOnly.*SameSite=Strict/)
  expect(self).toMatchObject({ screen: { name: 'Balie', settings: DEFAULT_SCREEN }, municipality: { code: server.municipality.code } })
  expect((await enter('never-made')).status).toBe(401)
  expect(JSON.stringify(await (await server.get('/v1/screens')).json())).not.toContain(added.token)
})

test('a screen opens the doors of the wall and no other', async () => {
  const { cookie } = await hang()
  const opened = new Set<string>()
  for (const { method, url, access, screen } of server.app.declaredAccess) {
    if (access === 'public' || url === '/v1/stream') continue
    const path = url.replace(':id', randomUUID())
    const { statusCode } = await server.app.inject({ method: method as 'GET', url: path, headers: { cookie, ...origin() } })
    expect([method, url, statusCode === 403]).toEqual([method, url, !screen])
    if (screen) opened.add(url)
  }
  expect([...opened, '/v1/stream'].sort()).toEqual([...ALLOWED].sort())
})

test('a screen cannot ask what stands in messages', async () => {
  const { cookie } = await hang()
  expect((await asScreen(cookie, '/v1/issues?sort=heat&limit=100')).status).toBe(200)
  expect((await asScreen(cookie, '/v1/issues?q=Jolanda')).status).toBe(403)
  expect((await asScreen(cookie, '/v1/summary?replay=1')).status).toBe(403)
})

test('no answer and no frame that a screen gets holds a name, a handle, a text or an id of elsewhere', async () => {
  const { cookie } = await hang()
  const reader = openReader(server, '?cursor=0', null, { cookie, ...origin() })
  const texts = Array.from({ length: 12 }, (_, at) =>
    rawMelding(at, {
      externalId: `extern-${at}`,
      author: `karel-${at}`,
      createdAt: new Date(Date.now() - at * 60_000).toISOString(),
      text: `Bruin water uit de kraan in het Havenkwartier${at === 0 ? ', zegt Jolanda van Kerkstraat 12, bel 06-12345678' : ''}.`,
    }),
  )
  await server.send('POST', '/v1/messages', texts, server.keys.source)
  await server.walked()
  const user = await store.access.addUser({
    municipalityId: server.municipality.id,
    email: 'sanne@lindehaven.example',
    name: 'Sanne Proef',
    role: 'adviseur',
    now: new Date(),
  })
  const issue = ((await (await server.get('/v1/issues?sort=heat')).json()) as Collection<Issue>).items[0]!
  await server.send('PATCH', `/v1/issues/${issue.id}`, { assignee: user.id, title: 'Bruin water Kerkstraat 12' })
  await server.send('POST', '/v1/content-items', {
    title: 'Bel mevrouw Wijngaard',
    notes: 'geheime notitie',
    channels: ['website'],
    owner: user.id,
    issueId: issue.id,
  })
  const shown = await Promise.all(
    ALLOWED.filter((path) => path !== '/v1/stream').map(async (path) => (await asScreen(cookie, path)).text()),
  )
  await expect.poll(() => reader.frames.filter(({ type }) => type === 'content-item.changed').length, { timeout: 5_000 }).toBe(1)
  reader.socket.close()
  expect(shown.join('\n')).toContain('Bruin water')
  expect(shown.join('\n')).not.toMatch(SECRETS)
  expect(JSON.stringify(reader.frames)).toContain('issue.changed')
  expect(JSON.stringify(reader.frames)).not.toMatch(SECRETS)
  const seqs = reader.frames.filter(({ frame }) => frame === 'event').map(({ seq }) => seq)
  expect(seqs).toEqual(seqs.map((_, at) => at + 1))
})

test('settings that the desk changes are what the screen is told next', async () => {
  const { id, cookie } = await hang()
  const settings = { inch: 75, meter: 6, theme: 'dark', screens: 3, position: 2 }
  expect((await server.send('PATCH', `/v1/screens/${id}`, { settings })).status).toBe(200)
  expect(await (await asScreen(cookie, '/v1/screens/_self')).json()).toMatchObject({ screen: { settings } })
  expect((await server.send('PATCH', `/v1/screens/${id}`, { settings: { ...settings, screens: 1 } })).status).toBe(400)
})

test('a revoked screen is refused at once, and its open stream closes within ten seconds', async () => {
  const { id, cookie } = await hang('Weg')
  const reader = openReader(server, '', null, { cookie, ...origin() })
  await reader.until('live')
  const startedMs = Date.now()
  expect((await server.send('DELETE', `/v1/screens/${id}`, undefined)).status).toBe(204)
  expect((await asScreen(cookie, '/v1/summary')).status).toBe(401)
  expect((await reader.closed).code).toBe(4401)
  expect(Date.now() - startedMs).toBeLessThan(REVOKED_WITHIN_MS)
  const { items } = (await (await server.get('/v1/screens')).json()) as Collection<Screen>
  expect(items.some((screen) => screen.id === id)).toBe(false)
}, 15_000)

test('another municipality neither sees nor changes a screen', async () => {
  const { id } = await hang('Eigen')
  const other = await openTestServer(store)
  try {
    expect(((await (await other.get('/v1/screens')).json()) as Collection<Screen>).items).toEqual([])
    expect((await other.send('DELETE', `/v1/screens/${id}`, undefined)).status).toBe(404)
  } finally {
    await other.close()
  }
})
