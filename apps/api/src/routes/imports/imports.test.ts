import { setTimeout as delay } from 'node:timers/promises'
import type { FileImport, ImportPreview } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createImportRunner } from '../../intake/imports/import-runner.ts'
import { openTestServer, type TestServer } from '../../testing/open-test-server.ts'

const MAPPING = {
  externalId: 'Meldingsnummer',
  kind: { value: 'melding' },
  channel: 'Kanaal',
  createdAt: 'Datum melding',
  text: 'Omschrijving',
  lat: 'Breedtegraad',
  lon: 'Lengtegraad',
}
const HEADER = 'Meldingsnummer;Datum melding;Kanaal;Omschrijving;Breedtegraad;Lengtegraad'
const row = (number: number, text = `Bruin water uit de kraan, nummer ${number}`, date = '24-11-2026 09:15') =>
  `M${number};${date};Telefoon;${text};52,605;5,305`
/** One byte per letter, as Excel writes a CSV in Dutch. */
const excel = (...rows: string[]) => Buffer.from(`${[HEADER, ...rows].join('\r\n')}\r\n`, 'latin1')

describe.each(TEST_STORES)('files of messages over the API on $name', { timeout: 60_000 }, ({ open }) => {
  let store: Store
  let server: TestServer
  beforeAll(async () => {
    store = await open()
    server = await openTestServer(store, { walk: true })
  })
  afterAll(async () => {
    await server.close()
    await store.close()
  })

  /** A machine that is busy with other tests answers 503 for a while. */
  async function patiently(ask: () => Promise<Response>): Promise<Response> {
    for (let tries = 0; ; tries++) {
      const response = await ask()
      if (response.status !== 503 || tries === 50) return response
      await delay(200)
    }
  }
  const upload = (bytes: Uint8Array, fileName = 'meldingen.csv', key = server.keys.beheerder) =>
    patiently(() =>
      fetch(`${server.url}/v1/imports?source=${server.sourceId}&fileName=${encodeURIComponent(fileName)}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' },
        body: bytes,
      }),
    )
  const uploaded = async (bytes: Uint8Array, fileName?: string) => (await (await upload(bytes, fileName)).json()) as FileImport
  const send = async <Answer>(path: string, body: unknown): Promise<Answer> =>
    (await (await patiently(() => server.send('POST', path, body))).json()) as Answer
  const preview = (id: string, mapping?: unknown) => send<ImportPreview>(`/v1/imports/${id}/_preview`, { mapping })
  const start = (id: string, mapping?: unknown) => send<FileImport>(`/v1/imports/${id}/_start`, { mapping })
  const byId = async (id: string) => (await (await patiently(() => server.get(`/v1/imports/${id}`))).json()) as FileImport
  const stored = async () => (await store.messages.search(server.municipality.id, { limit: 500, total: true })).total

  test('a file of Dutch Excel is looked at before it is taken in: ten rows as they would be kept, and a guess of what columns mean', async () => {
    const rows = Array.from({ length: 12 }, (_, at) => row(100 + at))
    rows[1] = row(101, 'Café dicht; bel Jan op 06-12345678')
    rows[1] = 'M101;24-11-2026 09:15;Telefoon;"Café dicht; bel Jan op 06-12345678";52,605;5,305'
    rows[2] = row(102, 'Zonder datum', 'gisteren')
    const sent = await uploaded(excel(...rows))
    expect(sent).toMatchObject({ status: 'draft', fileName: 'meldingen.csv', line: 0, accepted: 0, source: { id: server.sourceId } })
    const seen = await preview(sent.id)
    expect(seen).toMatchObject({
      columns: HEADER.split(';'),
      layout: null,
      mapping: { ...MAPPING, kind: { value: 'melding' } },
      isMappingKept: false,
      checked: 12,
      refused: 1,
    })
    expect(seen.rows).toHaveLength(10)
    expect(seen.rows[1]).toMatchObject({
      line: 3,
      message: { channel: 'telephone', createdAt: '2026-11-24T08:15:00.000Z', location: { lat: 52.605, lon: 5.305 } },
    })
    expect(seen.rows[1]!.message?.text).toMatch(/^Café dicht; bel/)
    expect(JSON.stringify(seen)).not.toContain('12345678')
    expect(seen.rows[2]!.message).toBeNull()
    expect(seen.problems).toEqual([
      { line: 4, field: 'createdAt', column: 'Datum melding', value: 'gisteren', expected: expect.stringContaining('RFC 3339') },
    ])
    expect(await stored()).toBe(0)
    await send(`/v1/imports/${sent.id}/_stop`, {})
  })

  test('a started file is taken in as a job; bad rows are set aside and can be fetched; the mapping is kept for the next', async () => {
    const sent = await uploaded(excel(row(1), row(2, 'Kapotte lamp', 'gisteren'), row(3), '"=1+1";24-11-2026;Telefoon;Gat;999;5,305'))
    expect(await start(sent.id, MAPPING)).toMatchObject({ status: 'running' })
    await server.services.imports.runDue()
    const done = await byId(sent.id)
    expect(done).toMatchObject({ status: 'done', share: 1, line: 5, accepted: 2, updated: 0, duplicates: 0, rejected: 2, error: null })
    expect(await store.imports.chunk(server.municipality.id, sent.id, 0)).toBeNull()
    const response = await patiently(() => server.get(`/v1/imports/${sent.id}/_refused`))
    expect(response.headers.get('content-disposition')).toContain('attachment')
    const [header, ...refused] = Buffer.from(await response.arrayBuffer())
      .toString('utf8')
      .trimEnd()
      .split('\r\n')
    expect(header).toBe(`\uFEFFregel;wat klopt niet;${HEADER}`)
    expect(refused).toHaveLength(2)
    expect(refused[0]).toMatch(/^3;"?Datum melding: gisteren; [^;]+;M2;gisteren;Telefoon;Kapotte lamp;52,605;5,305$/)
    expect(refused[1]).toMatch(/^5;.*Breedtegraad: 999; .*;'=1\+1;24-11-2026;Telefoon;Gat;999;5,305$/)
    await server.walked()
    expect(await stored()).toBe(2)

    const again = await uploaded(excel(row(1), row(4)))
    expect(await preview(again.id)).toMatchObject({ isMappingKept: true, mapping: MAPPING, refused: 0 })
    await start(again.id, MAPPING)
    await server.services.imports.runDue()
    expect(await byId(again.id)).toMatchObject({ accepted: 1, duplicates: 1, rejected: 0 })
  })

  test('a file that a dying process left is gone on with behind its last step, and nothing comes twice', async () => {
    const total = 2_600
    const sent = await uploaded(excel(...Array.from({ length: total }, (_, at) => row(10_000 + at, at % 500 === 7 ? '' : undefined))))
    await start(sent.id, { ...MAPPING, lat: undefined, lon: undefined })
    const { services } = server
    const before = await stored()
    let batches = 0
    const dying = createImportRunner({
      ...services,
      leaseMs: 2_000,
      accept: {
        async acceptBatch(source, candidates) {
          const answer = await services.accept.acceptBatch(source, candidates)
          batches += 1
          // Durable, and then the process is gone: nothing is remembered of this batch, and nobody gives the file back.
          if (batches === 3) await new Promise(() => undefined)
          return answer
        },
      },
      store: { ...store, imports: { ...store.imports, keep: async (...lease) => batches < 3 && store.imports.keep(...lease) } },
    })
    void dying.runDue()
    await expect.poll(() => batches, { timeout: 20_000 }).toBe(3)
    const halfway = await byId(sent.id)
    expect(halfway).toMatchObject({ status: 'running', accepted: 998, rejected: 2 })
    expect(halfway.share).toBeGreaterThan(0.1)
    await expect
      .poll(
        async () => {
          await services.imports.runDue()
          return (await byId(sent.id)).status
        },
        { timeout: 20_000, interval: 300 },
      )
      .toBe('done')
    const done = await byId(sent.id)
    expect(done.accepted + done.duplicates).toBe(total - 6)
    expect(done.rejected).toBe(6)
    const lines = (await (await server.get(`/v1/imports/${sent.id}/_refused`)).text()).trim().split('\r\n')
    expect(lines).toHaveLength(1 + 6)
    await server.walked()
    expect((await stored())! - before!).toBe(total - 6)
  })

  test('a stopped file is gone, what came in stays, and it cannot be started again', async () => {
    const sent = await uploaded(excel(row(900)))
    expect(await send(`/v1/imports/${sent.id}/_stop`, {})).toMatchObject({ status: 'stopped' })
    expect(await store.imports.chunk(server.municipality.id, sent.id, 0)).toBeNull()
    expect((await server.send('POST', `/v1/imports/${sent.id}/_start`, { mapping: MAPPING })).status).toBe(409)
    expect((await server.send('POST', `/v1/imports/${sent.id}/_preview`, {})).status).toBe(409)
  })

  test('the file lies sealed, and columns that nobody knows end the job with its reason', async () => {
    const sent = await uploaded(excel(row(901, 'geheim verhaal')))
    const sealed = await store.imports.chunk(server.municipality.id, sent.id, 0)
    expect(sealed!.includes('geheim')).toBe(false)
    await start(sent.id)
    await server.services.imports.runDue()
    expect(await byId(sent.id)).toMatchObject({ status: 'failed', error: 'layout', accepted: 0 })
    await start(sent.id, MAPPING)
    await server.services.imports.runDue()
    expect(await byId(sent.id)).toMatchObject({ status: 'done', error: null, accepted: 1 })
  })

  test('a file that is not what its name says is refused at once', async () => {
    const response = await upload(Buffer.from('PK\u0003\u0004 geen zip'), 'x.xlsx')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('workbook') })
  })

  test('only an administrator sends files, and another municipality does not see them', async () => {
    expect((await upload(excel(row(1)), 'a.csv', server.keys.adviseur)).status).toBe(403)
    const sent = await uploaded(excel(row(1)))
    const elsewhere = await openTestServer(store)
    expect((await elsewhere.get(`/v1/imports/${sent.id}`)).status).toBe(404)
    expect((await elsewhere.get(`/v1/imports/${sent.id}/_refused`)).status).toBe(404)
    await elsewhere.close()
  })

  test('what nobody started for a week is thrown away', async () => {
    const sent = await uploaded(excel(row(1)))
    await store.imports.expire(new Date(Date.now() + 8 * 86_400_000))
    expect(await byId(sent.id)).toMatchObject({ status: 'stopped' })
    expect(await store.imports.chunk(server.municipality.id, sent.id, 0)).toBeNull()
  })
})
