import type { Collection, ContentItem, ResidentQuestion } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, rawMelding, type TestServer } from '../../testing/open-test-server.ts'

describe.each(TEST_STORES)('the questions of residents on $name', ({ open }) => {
  let store: Store
  let server: TestServer
  const asked = [
    'Het water is bruin. Is het water uit de kraan wel veilig?',
    'Bruin water hier. Is dat water uit de kraan nog veilig?',
    'Is het kraanwater veilig? Het is bruin.',
    'De lantaarnpaal aan de Kastanjelaan is kapot. Wanneer wordt de lantaarnpaal gemaakt?',
    'De lantaarnpaal aan de Kastanjelaan is nog steeds kapot.',
  ]

  beforeAll(async () => {
    store = await open()
    server = await openTestServer(store, { walk: true })
    const createdAt = new Date().toISOString()
    const messages = asked.map((text, number) => rawMelding(number, { text, createdAt }))
    expect((await server.send('POST', '/v1/messages', messages, server.keys.source)).status).toBe(200)
    await server.walked()
  })
  afterAll(async () => {
    await server.close()
    await store.close()
  })

  const questions = async (query = '') => (await (await server.get(`/v1/questions?${query}`)).json()) as Collection<ResidentQuestion>

  test('near-identical ones are counted together, most asked first', async () => {
    const { items } = await questions('total=true')
    expect(items.map(({ times }) => times)).toEqual([3, 1])
    expect(items[0]!.question).toContain('veilig')
    expect(items[0]).toMatchObject({ areaCodes: [expect.stringMatching(/^BU\d{8}$/)], answeredAt: null })
    expect(items[0]!.messages).toHaveLength(3)
    expect(items[1]!.question).toBe('Wanneer wordt de lantaarnpaal gemaakt?')
  })
  test('one page at a time, of a period, area or category alone', async () => {
    const first = await questions('limit=1&total=true')
    expect(first).toMatchObject({ items: [{ times: 3 }], total: 2 })
    expect((await questions(`limit=1&cursor=${first.next}`)).items).toMatchObject([{ times: 1 }])
    expect((await questions(`to=${new Date(Date.now() - 3_600_000).toISOString()}`)).items).toEqual([])
    expect((await questions('area=BU99010102')).items).toEqual([])
    expect((await server.get('/v1/questions?answered=misschien')).status).toBe(400)
  })
  test('are answered once something about all their issues is published', async () => {
    const [water] = (await questions()).items
    for (const { id } of water!.issues) {
      const added = await server.send('POST', '/v1/content-items', { title: 'Het water is veilig', channels: ['website'], issueId: id })
      const item = (await added.json()) as ContentItem
      expect((await questions('answered=true')).items).toEqual([])
      const published = await server.send('PATCH', `/v1/content-items/${item.id}`, { version: item.version, status: 'published' })
      expect(published.status).toBe(200)
    }
    const after = await questions('answered=true')
    expect(after.items).toMatchObject([{ question: water!.question, answeredAt: expect.any(String) }])
    expect((await questions('answered=false')).items).toMatchObject([{ times: 1 }])
  })
})
