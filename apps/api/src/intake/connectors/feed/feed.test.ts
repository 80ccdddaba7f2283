import { gzipSync } from 'node:zlib'
import type { MessageOut } from '@rumoer/contracts'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ConnectorTown, openConnectorTown } from '../../../testing/open-connector-town.ts'
import { openPeer, type Peer } from '../../../testing/open-peer.ts'

const item = (number: number, more = '') =>
  `<item><title>Bericht ${number}</title><link>https://krant.example/${number}?utm_source=rss#top</link>
   <pubDate>Tue, 24 Nov 2026 0${number}:00:00 +0100</pubDate><description>&lt;p&gt;Tekst &amp;eacute;n ${number}&lt;/p&gt;</description>${more}</item>`
const rss = (...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:georss="http://www.georss.org/georss"><channel><title>Krant</title><language>nl</language>${items.join('')}</channel></rss>`

describe.each(TEST_STORES.slice(0, 1))('news feeds on $name', ({ open }) => {
  let town: ConnectorTown
  let peer: Peer
  beforeAll(async () => {
    town = await openConnectorTown(open)
    peer = await openPeer(() => undefined)
  })
  afterAll(async () => {
    await town.close()
    await peer.close()
  })
  beforeEach(() => {
    peer.asked.length = 0
  })
  const serve = (body: string | Buffer, headers: Record<string, string> = {}, status = 200) => {
    peer.handle = (_request, response) => response.writeHead(status, { 'content-type': 'application/rss+xml', ...headers }).end(body)
  }
  const addFeed = (path: string, more: Record<string, unknown> = {}) =>
    town.addSource('feed', 'news-site', { url: `${peer.url}/${path}`, ...more })
  const texts = async (sourceId: string) => (await town.messagesOf(sourceId)).map(({ text }: MessageOut) => text)

  test('articles become messages with their words, place and time, and without tracking or markup', async () => {
    serve(rss(item(1, '<georss:point>52.605 5.305</georss:point>'), item(2)))
    const source = await addFeed('gewoon')
    await town.fetch(source)
    const [first, second] = await town.messagesOf(source)
    expect([first!.text, second!.text]).toEqual(['Bericht 1\nTekst én 1', 'Bericht 2\nTekst én 2'])
    expect(first).toMatchObject({ kind: 'article', channel: 'news-site', createdAt: '2026-11-24T00:00:00.000Z', language: 'nl' })
    expect(first!.location).toMatchObject({ lat: 52.605, lon: 5.305 })
    expect(await town.stateOf(source)).toMatchObject({ state: 'good', messages: 2, rate: { lastDay: 0, normalDay: null } })
  })

  test('a feed that did not change is asked with its own marks and costs nothing', async () => {
    peer.handle = (request, response) => {
      if (request.headers['if-none-match'] === '"a1"' && request.headers['if-modified-since'] === 'Tue, 24 Nov 2026 08:00:00 GMT')
        return response.writeHead(304).end()
      return response.writeHead(200, { etag: '"a1"', 'last-modified': 'Tue, 24 Nov 2026 08:00:00 GMT' }).end(rss(item(3)))
    }
    const source = await addFeed('zelfde')
    await town.fetch(source)
    await town.fetch(source)
    await town.fetch(source)
    expect(peer.asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"a1"', '"a1"'])
    expect(await town.stateOf(source)).toMatchObject({ state: 'good', messages: 1 })
  })

  test.each([
    ['the header', Buffer.from(rss(item(4)).replace('Bericht', 'Café'), 'latin1'), { 'content-type': 'text/xml; charset=windows-1252' }],
    [
      'the prolog',
      Buffer.from(
        rss(item(4)).replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="windows-1252"?>').replace('Bericht', 'Café'),
        'latin1',
      ),
      {},
    ],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${rss(item(4)).replace('Bericht', 'Café')}`, 'utf16le'), {}],
    ['gzip', gzipSync(rss(item(4)).replace('Bericht', 'Café')), { 'content-encoding': 'gzip' }],
  ])('letters with accents survive by %s', async (by, body, headers: Record<string, string>) => {
    serve(body, headers)
    expect((await town.sample('feed', 'news-site', { url: `${peer.url}/${by.replaceAll(' ', '-')}` })).messages[0]!.text).toContain(
      'Café 4',
    )
  })

  test('one article in two feeds is one message, also under another address with the same words', async () => {
    serve(rss(item(5), item(6)))
    const [first, second] = [await addFeed('een'), await addFeed('twee')]
    await Promise.all([town.fetch(first), town.fetch(second)])
    expect((await texts(first)).length + (await texts(second)).length).toBe(2)
    serve(rss(item(5).replace('krant.example/5', 'nieuws.example/anders')))
    const third = await addFeed('drie')
    await town.fetch(third)
    expect(await texts(third)).toEqual([])
  })

  test('Atom and JSON Feed are read as well', async () => {
    serve(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><id>x</id><entry><id>urn:1</id><title>Atoom</title><link href="/7"/><updated>2026-11-24T09:00:00Z</updated><summary>s</summary></entry></feed>`,
    )
    const atom = await town.sample('feed', 'website', { url: `${peer.url}/atom` })
    expect(atom.messages).toMatchObject([{ text: 'Atoom\ns', createdAt: '2026-11-24T09:00:00.000Z' }])
    serve(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 't',
        items: [{ id: '1', url: '/8', title: 'Json', content_html: '<p>h</p>' }],
      }),
    )
    expect((await town.sample('feed', 'website', { url: `${peer.url}/json` })).messages).toMatchObject([{ text: 'Json\nh' }])
  })

  test('only articles with one of the words are kept', async () => {
    serve(rss(item(1), item(2).replace('Tekst', 'In Lindehaven: tekst'), item(3).replace('Tekst', 'Lindehavenaars')))
    const { messages } = await town.sample('feed', 'news-site', { url: `${peer.url}/woorden`, words: ['lindehaven', 'C++ (kade)'] })
    expect(messages.map(({ text }) => text.slice(0, 9))).toEqual(['Bericht 2'])
  })

  test('personal data is masked before anything is stored or shown', async () => {
    serve(rss(item(1).replace('Tekst', 'Mail jan.jansen@voorbeeld.example of bel 06-12345678:')))
    const { messages } = await town.sample('feed', 'news-site', { url: `${peer.url}/masker` })
    expect(messages[0]!.text).not.toMatch(/jansen|12345678/)
  })

  test('what repeats, and what goes back in time, is known already', async () => {
    serve(rss(item(8), item(8), item(9)))
    const source = await addFeed('herhaalt')
    await town.fetch(source)
    serve(rss(item(9), item(8).replace('24 Nov 2026', '20 Nov 2026')))
    await town.fetch(source)
    expect(await texts(source)).toHaveLength(2)
    expect(await town.stateOf(source)).toMatchObject({ messages: 2 })
  })

  test.each([
    ['no feed', () => serve('<html><body>404</body></html>'), 'geen feed'],
    ['a page that stops half-way', () => serve(rss(item(1), item(2)).slice(0, -60)), 'halverwege'],
    ['garbage that says it is gzip', () => serve('geen gzip', { 'content-encoding': 'gzip' }), 'beschadigd'],
    ['a fault over there', () => serve('', {}, 500), 'storing (500)'],
    ['a connection that breaks', () => (peer.handle = (_request, response) => response.destroy()), 'brak af'],
  ])('%s is told in Dutch and takes nothing', async (what, arrange, words) => {
    arrange()
    const source = await addFeed(what.replaceAll(' ', '-'))
    await town.fetch(source)
    expect(await town.stateOf(source)).toMatchObject({ state: 'failing', messages: 0, lastError: expect.stringContaining(words) })
    serve(rss(item(1, `<guid>${what}</guid>`).replace('krant.example/1', `krant.example/${what.length}/1`).replace('Tekst', what)))
    await town.fetch(source)
    expect(await town.stateOf(source)).toMatchObject({ state: 'good', messages: 1 })
  })

  test('who asks us to wait is left alone for as long as that, and the host with it', async () => {
    const busy = await openPeer((_request, response) => response.writeHead(429, { 'retry-after': '120' }).end())
    const source = await town.addSource('feed', 'news-site', { url: `${busy.url}/druk` })
    await town.fetch(source)
    expect(await town.stateOf(source)).toMatchObject({ state: 'failing', lastError: expect.stringContaining('te vaak') })
    expect((await town.nextAt(source)).getTime() - Date.now()).toBeGreaterThan(100_000)
    await expect(town.sample('feed', 'news-site', { url: `${busy.url}/ander` })).rejects.toThrow('wachten')
    expect(busy.asked).toHaveLength(1)
    await busy.close()
  })
})
