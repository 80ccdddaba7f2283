import type { IntakeResult, MessageOut, Problem } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, rawMelding, type TestServer } from '../testing/open-test-server.ts'

describe.each(TEST_STORES)('on $name', ({ open }) => {
  let store: Store
  let server: TestServer
  beforeAll(async () => {
    store = await open()
    server = await openTestServer(store)
  })
  afterAll(async () => {
    await server.close()
    await store.close()
  })

  const post = (body: string | Buffer | unknown, type = 'application/json', to: TestServer = server) =>
    fetch(`${to.url}/v1/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${to.keys.source}`, 'content-type': type },
      body: typeof body === 'string' ? body : Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body),
    })
  const problemOf = async (response: Response) => {
    expect([response.status, response.headers.get('content-type')]).toEqual([400, expect.stringMatching(/^application\/problem\+json/)])
    return (await response.json()) as Problem & { errors: { path: string; value: string; expected: string }[] }
  }

  test('one message is 201 with its place, the same again is 200, a changed one is 200 with the same id', async () => {
    const first = await post(rawMelding(1, { text: 'Kapotte lantaarn. Bel mij op 06-12345678' }))
    expect(first.status).toBe(201)
    const stored = (await first.json()) as MessageOut
    expect(first.headers.get('location')).toBe(`/v1/messages/${stored.id}`)
    expect(stored.text).not.toContain('12345678')
    expect((await server.get(`/v1/messages/${stored.id}`)).status).toBe(200)
    const again = await post(rawMelding(1, { text: 'Kapotte lantaarn. Bel mij op 06-12345678' }))
    expect([again.status, ((await again.json()) as MessageOut).id]).toEqual([200, stored.id])
    const changed = await post(rawMelding(1, { text: 'De lantaarn doet het weer' }))
    expect([changed.status, ((await changed.json()) as MessageOut).id]).toEqual([200, stored.id])
  })

  test('an array counts accepted, updated, duplicates and rejects a bad one only', async () => {
    const batch = [
      rawMelding(10),
      rawMelding(11),
      rawMelding(10),
      { ...rawMelding(12), colour: 'rood' },
      rawMelding(13),
      rawMelding(11, { text: 'Anders' }),
    ]
    const result = (await (await post(batch)).json()) as IntakeResult
    expect(result).toMatchObject({
      accepted: 3,
      updated: 1,
      duplicates: 1,
      rejected: [{ index: 3, errors: [{ path: 'colour', value: 'rood' }] }],
    })
  })

  test('more than a thousand in one array is refused whole', async () => {
    const { errors } = await problemOf(await post(Array.from({ length: 1_001 }, (_, number) => rawMelding(2_000 + number))))
    expect(errors[0]?.expected).toContain('1000')
  })

  test('NDJSON is read line by line: bad lines are named by their number and lose nothing else', async () => {
    const lines = [
      Buffer.from(`${JSON.stringify(rawMelding(20))}\n`),
      Buffer.from('{"externalId": \n'),
      Buffer.from('\n'),
      Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d, 0x0a]),
      Buffer.from(`${JSON.stringify({ ...rawMelding(21), createdAt: 'gisteren' })}\r\n`),
      Buffer.from(JSON.stringify(rawMelding(22))),
    ]
    const result = (await (await post(Buffer.concat(lines), 'application/x-ndjson')).json()) as IntakeResult
    expect(result).toMatchObject({ accepted: 2, updated: 0, duplicates: 0 })
    expect(result.rejected.map(({ index, errors }) => [index, errors[0]?.path])).toEqual([
      [1, ''],
      [3, ''],
      [4, 'createdAt'],
    ])
  })

  test('a stream of 5,000 lines is taken in one request', async () => {
    const lines = Array.from({ length: 5_000 }, (_, number) => JSON.stringify(rawMelding(10_000 + number)))
    const result = (await (await post(lines.join('\n'), 'application/x-ndjson')).json()) as IntakeResult
    expect(result).toEqual({ accepted: 5_000, updated: 0, duplicates: 0, rejected: [] })
  })

  test.each([
    ['an unknown field', { colour: 'rood' }, 'colour'],
    ['a wrong date', { createdAt: '24-11-2026 14:10' }, 'createdAt'],
    ['a date of another age', { createdAt: '0026-11-24T14:10:00Z' }, 'createdAt'],
    ['a text of a megabyte', { text: 'a'.repeat(1_048_576) }, 'text'],
    ['a NUL', { text: 'lantaarn\u0000kapot' }, 'text'],
    ['a point abroad', { location: { lat: 48.85, lon: 2.35 } }, 'location.lat'],
    ['swapped axes', { location: { lat: 5.305, lon: 52.605 } }, 'location.lat'],
    ['half a point', { location: { lat: 52.6 } }, 'location.lon'],
    ['no text and no category', { text: '' }, 'text'],
    ['a kind that does not exist', { kind: 'tweet' }, 'kind'],
  ])('%s is a clear problem', async (_name, change, path) => {
    const { errors } = await problemOf(await post({ ...rawMelding(30), ...change }))
    expect(errors.map((error) => error.path)).toContain(path)
    for (const error of errors) {
      expect(error.value.length).toBeLessThanOrEqual(80)
      expect(error.expected).toMatch(/expected|option/i)
    }
  })

  test('all mistakes of one message are told together, masked', async () => {
    const { errors } = await problemOf(await post({ externalId: '', kind: 'melding', channel: 'Facebook jan@voorbeeld.nl', text: 'x' }))
    expect(errors.map(({ path }) => path).sort()).toEqual(['channel', 'createdAt', 'externalId'])
    expect(JSON.stringify(errors)).not.toContain('jan@voorbeeld.nl')
  })

  test('a lone surrogate is a clear problem', async () => {
    const text = JSON.stringify(rawMelding(31)).replace('Bruin', '\\ud83d')
    expect((await problemOf(await post(text))).errors[0]?.path).toBe('text')
  })

  test('bytes that are not UTF-8, and text that is not JSON, are refused instead of guessed', async () => {
    const latin1 = Buffer.from(JSON.stringify(rawMelding(32, { text: 'Café gesloten wegens één lekkage' })), 'latin1')
    expect((await problemOf(await post(latin1))).errors[0]?.expected).toContain('UTF-8')
    expect((await problemOf(await post('{"text": "geheim verhaal'))).errors[0]?.expected).not.toContain('geheim')
    await problemOf(await post(''))
    await problemOf(await post('"los"'))
  })

  test('a source that was heard is no longer new', async () => {
    await post(rawMelding(40))
    const stateNow = async () =>
      ((await (await server.get(`/v1/sources/${server.sourceId}`)).json()) as { lastSuccessAt: string | null }).lastSuccessAt
    for (let tries = 0; tries < 100 && (await stateNow()) === null; tries++) await new Promise((done) => setTimeout(done, 20))
    expect(await stateNow()).not.toBeNull()
  })

  test('a full inbox answers 503 with Retry-After and takes nothing', async () => {
    const small = await openTestServer(store, { env: { INBOX_LIMIT: '3' } })
    try {
      expect((await post([rawMelding(1), rawMelding(2), rawMelding(3)], 'application/json', small)).status).toBe(200)
      await new Promise((done) => setTimeout(done, 300))
      const refused = await post(rawMelding(4), 'application/json', small)
      expect(refused.status).toBe(503)
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(await store.inbox.count(small.municipality.id)).toBe(3)
    } finally {
      await small.close()
    }
  })
})
