import { DEFAULT_STYLE, type Problem, type ScreenSelf } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestServer } from '../../testing/open-test-server.ts'

const RED = { ...DEFAULT_STYLE, accent: { light: '#9b0020', dark: '#ff9aa8' }, radius: 0 }

describe.each(TEST_STORES)('the house style on $name', ({ open }) => {
  let store: Store
  let one: TestServer
  let other: TestServer
  beforeAll(async () => {
    store = await open()
    one = await openTestServer(store)
    other = await openTestServer(store)
  })
  afterAll(async () => {
    await one.close()
    await other.close()
    await store.close()
  })
  const seenBy = async (server: TestServer) => {
    const { token } = (await (await server.send('POST', '/v1/screens', { name: 'Hal' })).json()) as { token: string }
    const self = await fetch(`${server.url}/v1/screens/_enter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    })
    return ((await self.json()) as ScreenSelf).municipality.style
  }

  test('two municipalities on one server look as each of them chose', async () => {
    expect(await seenBy(one)).toBeNull()
    expect((await one.send('PUT', '/v1/house-style', RED)).status).toBe(200)
    expect((await one.send('PUT', '/v1/house-style', { ...RED, radius: 3 })).status).toBe(200)
    expect(await seenBy(one)).toEqual({ ...RED, radius: 3 })
    expect(await seenBy(other)).toBeNull()
    expect((await one.send('DELETE', '/v1/house-style', undefined)).status).toBe(204)
    expect(await seenBy(one)).toBeNull()
  })

  test('what cannot be read is refused with a colour that can, and that one is taken', async () => {
    const yellow = { ...RED, accent: { light: '#ffd400', dark: '#ffd400' } }
    const refused = await one.send('PUT', '/v1/house-style', yellow)
    expect(refused.status).toBe(400)
    const { errors } = (await refused.json()) as Problem
    expect(errors).toMatchObject([{ path: 'accent.light', value: '#ffd400', expected: expect.stringContaining('4.5:1, such as #') }])
    const proposal = /#[0-9a-f]{6}$/.exec(errors![0]!.expected)![0]
    expect((await one.send('PUT', '/v1/house-style', { ...yellow, accent: { ...yellow.accent, light: proposal } })).status).toBe(200)
  })

  test('only an administrator changes it, and a logo is a small image', async () => {
    expect((await one.send('PUT', '/v1/house-style', RED, one.keys.manager)).status).toBe(403)
    for (const logo of ['https://elders.example/logo.svg', 'data:text/html;base64,PGI+', `data:image/png;base64,${'A'.repeat(60_001)}`])
      expect((await one.send('PUT', '/v1/house-style', { ...RED, logo })).status).toBe(400)
    expect((await one.send('PUT', '/v1/house-style', { ...RED, logo: 'data:image/png;base64,iVBORw0KGgo=' })).status).toBe(200)
  })
})
