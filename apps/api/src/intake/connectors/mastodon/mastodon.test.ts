import type { ServerResponse } from 'node:http'
import type { MessageOut } from '@rumoer/contracts'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ConnectorTown, openConnectorTown } from '../../../testing/open-connector-town.ts'
import { openPeer, type Peer } from '../../../testing/open-peer.ts'

const PURPOSE = {
  purpose: 'Weten wat bewoners over de buurt zeggen',
  legalGround: 'AVG 6.1e',
  owner: 'Team communicatie',
  endsOn: '2027-11-24',
  retentionDays: 90,
}
const CREATED = '2026-11-27T09:00:00.000Z'

type Given = { id: string } & Record<string, unknown>
const statusOf = (id: string, more: Record<string, unknown> = {}): Given => ({
  id,
  uri: `https://sociaal.example/${id}`,
  url: `https://sociaal.example/@a/${id}`,
  created_at: CREATED,
  edited_at: null,
  account: { uri: `https://sociaal.example/users/${id}`, acct: 'a', display_name: 'Een Naam', indexable: true, noindex: false },
  content: `<p>Bericht ${id} over <a href="https://x">#lindehaven</a></p>`,
  spoiler_text: '',
  visibility: 'public',
  language: 'nl',
  in_reply_to_id: null,
  reblog: null,
  reblogs_count: 0,
  ...more,
})
const idOrder = (a: Given, b: Given) => a.id.length - b.id.length || a.id.localeCompare(b.id)

describe.each(TEST_STORES)('Mastodon on $name', ({ open }) => {
  let town: ConnectorTown
  let peer: Peer
  let source: string
  const timeline: Given[] = []
  const streams = new Set<ServerResponse>()
  const tell = (event: string, data: unknown) => {
    for (const stream of streams) stream.write(`event: ${event}\ndata: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`)
  }
  beforeAll(async () => {
    town = await openConnectorTown(open, { now: () => new Date('2026-11-27T10:00:00Z') })
    // A server of the real shape: pages of two just behind min_id, newest first, and a stream with heartbeats.
    peer = await openPeer((request, response) => {
      const url = new URL(request.url ?? '', peer.url)
      if (url.pathname === '/api/v1/streaming/hashtag') {
        if (request.headers.authorization !== 'Bearer sleutel-van-proef') return response.writeHead(401).end()
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':)\n')
        streams.add(response)
        return response.on('close', () => streams.delete(response))
      }
      const min = url.searchParams.get('min_id')
      const rows = timeline.toSorted(idOrder)
      const page = min === null ? rows.slice(-5) : rows.filter((row) => idOrder({ id: min }, row) < 0).slice(0, 2)
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(page.reverse()))
    })
    timeline.push(statusOf('98'), statusOf('99'))
    source = await town.addSource(
      'mastodon',
      'mastodon',
      { url: peer.url, hashtags: ['#Lindehaven'], token: 'sleutel-van-proef' },
      { purpose: PURPOSE },
    )
    town.server.services.connectors.start()
  })
  afterAll(async () => {
    await town.close()
    await peer.close()
  })
  const texts = async () => (await town.messagesOf(source)).map(({ text }) => text)
  const listening = () => expect.poll(() => streams.size, { timeout: 15_000 }).toBe(1)

  test('it begins with the newest page, and listens with the token', async () => {
    await expect.poll(texts, { timeout: 15_000 }).toEqual(['Bericht 98 over #lindehaven', 'Bericht 99 over #lindehaven'])
    await listening()
    expect(peer.asked.map(({ path }) => path).join(' ')).not.toContain('sleutel')
    expect(JSON.stringify(await town.messagesOf(source))).not.toContain('Een Naam')
  })

  test('what is said, changed and taken back there is so here', async () => {
    tell('update', statusOf('100', { in_reply_to_id: '99' }))
    await expect.poll(texts, { timeout: 15_000 }).toContain('Bericht 100 over #lindehaven')
    tell(
      'status.update',
      statusOf('100', { content: '<p>Verbeterd bericht</p>', in_reply_to_id: '99', edited_at: '2026-11-27T09:30:00.000Z' }),
    )
    await expect.poll(texts, { timeout: 15_000 }).toContain('Verbeterd bericht')
    tell('delete', '99')
    await expect.poll(texts, { timeout: 15_000 }).not.toContain('Bericht 99 over #lindehaven')
    expect((await town.messagesOf(source)).find(({ text }) => text === 'Verbeterd bericht')?.kind).toBe('comment')
  })

  test('only what is public, by who lets themselves be found; a boost is reach and no voice; what becomes private goes', async () => {
    const account = (more: object) => ({ account: { uri: 'https://sociaal.example/users/b', acct: 'b', ...more } })
    tell('update', statusOf('101', { visibility: 'unlisted' }))
    tell('update', statusOf('102', account({ indexable: false })))
    tell('update', statusOf('103', account({ noindex: true })))
    tell('update', statusOf('97', account({ note: '<p>Wonend hier. #noindex</p>' })))
    tell('update', { ...statusOf('104'), reblog: statusOf('98', { reblogs_count: 12 }) })
    tell('update', statusOf('105'))
    await expect.poll(texts, { timeout: 15_000 }).toContain('Bericht 105 over #lindehaven')
    expect((await texts()).join(' ')).not.toMatch(/Bericht (97|10[1-4]) /)
    expect((await texts()).filter((text) => text === 'Bericht 98 over #lindehaven')).toHaveLength(1)
    tell('status.update', statusOf('105', { visibility: 'private' }))
    await expect.poll(texts, { timeout: 15_000 }).not.toContain('Bericht 105 over #lindehaven')
  })

  test('a stream that breaks off loses nothing and doubles nothing, and garbage harms nothing else', async () => {
    for (const stream of streams) stream.write('event: update\ndata: {"id": 1, half\n\nevent: update\ndata: null\n\n: thump\n')
    timeline.push(statusOf('106'), statusOf('107'), statusOf('108'), statusOf('109'))
    for (const stream of streams) stream.end()
    await expect.poll(texts, { timeout: 30_000 }).toContain('Bericht 109 over #lindehaven')
    await listening()
    tell('update', statusOf('109'))
    tell('update', statusOf('110'))
    await expect.poll(texts, { timeout: 15_000 }).toContain('Bericht 110 over #lindehaven')
    const seen: MessageOut[] = await town.messagesOf(source)
    for (const id of ['106', '107', '108', '109'])
      expect(seen.filter(({ text }) => text === `Bericht ${id} over #lindehaven`)).toHaveLength(1)
  })

  test('a sample shows messages as they would be kept, and a source of this kind needs a purpose', async () => {
    const { messages } = await town.sample('mastodon', 'mastodon', { url: peer.url, hashtags: ['lindehaven'] })
    expect(messages[0]).toMatchObject({ kind: 'post', channel: 'mastodon', hasAuthor: true })
    const bare = await town.server.send('POST', '/v1/sources', {
      name: 'Zonder doel',
      kind: 'mastodon',
      channel: 'mastodon',
      settings: { url: peer.url, hashtags: ['lindehaven'] },
    })
    expect(bare.status).toBe(400)
  })
})
