import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestServer } from './testing/open-test-server.ts'

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

const expectProblem = async (response: Response, status: number) => {
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  const problem = (await response.json()) as {
    status: number
    title: string
    detail: string
    errors?: { path: string; value: string; expected: string }[]
  }
  expect(problem).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) })
  return problem
}

test.each(['/v1/nothing', '/v1/issues/', '/nothing.js', '/v1'])('%s is no address: a problem, 404', async (path) => {
  await expectProblem(await server.get(path), 404)
})

test('every answer tells the version, and the API is never cached', async () => {
  for (const path of ['/v1/issues', '/v1/nothing', '/healthz', '/metrics', '/v1/openapi.json']) {
    const response = await server.get(path)
    expect(response.headers.get('api-version')).toMatch(/^\d+\.\d+\.\d+$/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    if (path.startsWith('/v1')) expect(response.headers.get('cache-control')).toBe('no-store')
  }
})

test('a page may not be framed, and an http installation does not force https', async () => {
  const { headers } = await server.get('/v1/issues')
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests')
  expect(headers.get('strict-transport-security')).toBeNull()
  expect(headers.get('x-frame-options')).toBe('DENY')
})

test('all mistakes of a query are named together, with 400 and never 422', async () => {
  const problem = await expectProblem(await server.get('/v1/messages?limit=0&area=Havenwijk&from=gisteren&colour=red'), 400)
  expect(problem.errors?.map(({ path }) => path).sort()).toEqual(['area', 'colour', 'from', 'limit'])
  for (const error of problem.errors ?? []) expect(error.value.length).toBeLessThanOrEqual(80)
})

test('a NUL in a query or path is a mistake, not a failure', async () => {
  expect((await expectProblem(await server.get('/v1/messages?q=%00'), 400)).errors?.[0]?.path).toBe('q')
  await expectProblem(await server.get('/v1/issues/%00'), 400)
  await expectProblem(await server.get('/v1/messages?cursor=onzin'), 400)
  await expectProblem(await server.get('/v1/issues?cursor=onzin'), 400)
  await expectProblem(await server.get('/%zz'), 400)
})

test('the description is OpenAPI 3.1, public, readable from elsewhere, and complete', async () => {
  const response = await fetch(`${server.url}/v1/openapi.json`, { headers: { origin: 'https://developer.example' } })
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  const document = (await response.json()) as {
    openapi: string
    info: { version: string; contact: Record<string, string> }
    paths: Record<string, Record<string, { summary?: string; responses: Record<string, { $ref?: string; headers?: object }> }>>
    components: { responses: object }
  }
  expect(document.openapi).toMatch(/^3\.1/)
  expect(document.info.contact).toMatchObject({ name: expect.any(String), email: expect.any(String), url: expect.any(String) })
  const routes = server.app.declaredAccess.filter(
    ({ method, url }) => method !== 'HEAD' && url !== '/*' && url !== '/v1/openapi.json' && !/^\/(open311|signals)\//.test(url),
  )
  for (const { method, url } of routes) {
    const operation = document.paths[url.replace(':id', '{id}')]?.[method.toLowerCase()]
    expect([method, url, typeof operation?.summary]).toEqual([method, url, 'string'])
    for (const one of Object.values(operation!.responses)) expect(one.$ref !== undefined || 'API-Version' in (one.headers ?? {})).toBe(true)
    if (url.startsWith('/v1')) expect(operation!.responses).toMatchObject({ 400: expect.anything(), 401: expect.anything() })
  }
  for (const path of Object.keys(document.paths)) expect(path).toMatch(/^(\/(_?[a-z][a-z0-9-]*|\{id\}))+(\.json)?$/)
  expect((await server.get('/v1/issues')).headers.get('access-control-allow-origin')).toBeNull()
})

test('alive, ready and measured', async () => {
  expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: 'ok' })
  expect(await (await fetch(`${server.url}/readyz`)).json()).toMatchObject({ status: 'ready', waiting: expect.any(Number) })
  const metrics = await (await fetch(`${server.url}/metrics`)).text()
  for (const name of ['rumoer_inbox_waiting', 'rumoer_inbox_oldest_seconds', 'rumoer_stream_seq']) {
    expect(metrics).toMatch(new RegExp(`^${name}\\{municipality="${server.municipality.code}"\\} \\d`, 'm'))
  }
  expect(metrics).toContain('nodejs_eventloop_lag')
})

test('too many requests of one key get 429 with Retry-After, others go on', async () => {
  const strict = await openTestServer(store, { env: { RATE_LIMIT_PER_MINUTE: '5' } })
  try {
    for (let nth = 0; nth < 5; nth++) expect((await strict.get('/v1/issues')).status).toBe(200)
    const refused = await strict.get('/v1/issues')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    await expectProblem(refused, 429)
    expect((await strict.get('/v1/issues', strict.keys.lezer)).status).toBe(200)
  } finally {
    await strict.close()
  }
})

test('a body of a type that nobody reads is refused', async () => {
  const response = await fetch(`${server.url}/v1/keys`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.keys.beheerder}`, 'content-type': 'text/plain' },
    body: 'sleutel',
  })
  await expectProblem(response, 415)
})
