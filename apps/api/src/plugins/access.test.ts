import { ROLE_PERMISSIONS, ROLES, SOURCE_KEY_PERMISSIONS } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestServer } from '../testing/open-test-server.ts'
import { requireAccess } from './access.ts'

let store: Store
let server: TestServer
beforeAll(async () => {
  store = await TEST_STORES[0]!.open()
  server = await openTestServer(store)
})
afterAll(async () => {
  await server.close()
  await store.close()
})

const ID = '0193600a-7b1c-7000-8000-0123456789ab'
const addressOf = (url: string) => url.replace(':id', ID).replace('*', 'page')

test('a route that does not say what it asks for stops the start', () => {
  const app = fastify()
  requireAccess(app)
  expect(() => app.get('/open', async () => 'all')).toThrow(/config.access/)
})

test('every route lets in exactly the roles of the matrix', async () => {
  const callers = [...ROLES.map((role) => [role, ROLE_PERMISSIONS[role]] as const), ['source', SOURCE_KEY_PERMISSIONS] as const]
  const wrong: string[] = []
  for (const { method, url, access } of server.app.declaredAccess) {
    for (const [caller, permissions] of callers) {
      const response = await server.app.inject({
        method: method as 'GET',
        url: addressOf(url),
        headers: { authorization: `Bearer ${server.keys[caller]}`, 'content-type': 'application/json' },
        ...(method === 'GET' || method === 'HEAD' ? {} : { payload: '{}' }),
      })
      const mayEnter = access === 'public' || (access !== 'session' && access !== 'screen' && permissions.includes(access))
      const entered = response.statusCode !== 401 && response.statusCode !== 403
      const isSignIn = method === 'POST' && (url === '/v1/session' || url === '/v1/screens/_enter')
      if (entered !== mayEnter && !isSignIn) wrong.push(`${method} ${url} as ${caller}: ${response.statusCode}`)
    }
  }
  expect(wrong).toEqual([])
  expect(server.app.declaredAccess.length).toBeGreaterThan(60)
})

test('without a key nothing opens but what is public', async () => {
  const closed = server.app.declaredAccess.filter(({ access }) => access !== 'public')
  for (const { method, url } of closed) {
    const response = await server.app.inject({ method: method as 'GET', url: addressOf(url) })
    expect([method, url, response.statusCode]).toEqual([method, url, 401])
    expect(response.headers['www-authenticate']).toMatch(/^Bearer/)
  }
  const open = server.app.declaredAccess.filter(({ access, method }) => access === 'public' && method !== 'HEAD')
  // Nothing signs in at a facade: its own tests say what it asks for.
  const isOfFacade = (url: string) => url.startsWith('/open311/v2/') || url.startsWith('/signals/')
  expect(new Set(open.map(({ url }) => url).filter((url) => !isOfFacade(url)))).toEqual(
    new Set([
      '/v1/openapi.json',
      '/v1/session',
      '/v1/handed-over/_open',
      '/v1/handed-over/_answer',
      '/v1/briefings/_open',
      '/v1/screens/_enter',
      '/healthz',
      '/readyz',
      '/metrics',
      '/*',
    ]),
  )
})

test('a revoked key is refused within a second or so', async () => {
  const added = (await (await server.send('POST', '/v1/keys', { name: 'proef', role: 'lezer' })).json()) as { id: string; key: string }
  expect(added.key).toMatch(/^rumoer_[A-Za-z0-9_-]{44}$/)
  expect((await server.get('/v1/issues', added.key)).status).toBe(200)
  expect((await server.send('DELETE', `/v1/keys/${added.id}`, undefined)).status).toBe(204)
  await new Promise((done) => setTimeout(done, 1_100))
  expect((await server.get('/v1/issues', added.key)).status).toBe(401)
})

test('one municipality cannot see or name another', async () => {
  const other = await openTestServer(store)
  try {
    expect((await server.get(`/v1/issues?municipality=${other.municipality.code}`)).status).toBe(403)
    expect((await server.get(`/v1/sources/${other.sourceId}`)).status).toBe(404)
    const areas = (await (await other.get('/v1/areas')).json()) as { items: { code: string }[] }
    expect(areas.items.every(({ code }) => code.slice(2, 6) === other.municipality.code.slice(2))).toBe(true)
  } finally {
    await other.close()
  }
})
