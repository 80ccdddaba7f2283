import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backOffMs } from '../intake/connectors/back-off.ts'
import { openPeer, type Peer } from '../testing/open-peer.ts'
import { isPublicAddress } from './guard.ts'
import { createOutbound } from './outbound.ts'
import { createPace, retryAfterMs } from './pace.ts'

const open = (allowPrivate: boolean, http?: string) =>
  createOutbound({
    allowPrivate,
    proxy: { http, https: undefined, none: undefined },
    agent: 'Rumoer/test',
    now: () => new Date(),
    pacePerSecond: 1_000,
  })
const signal = new AbortController().signal

test.each([
  ['10.0.0.1', false],
  ['127.0.0.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['192.168.1.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['::1', false],
  ['::', false],
  ['fe80::1%eth0', false],
  ['fd00::1', false],
  ['::ffff:127.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['geen adres', false],
  ['93.184.216.34', true],
  ['2a02:2308::1', true],
])('%s is public: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic)
})

describe('out over HTTP', () => {
  const outbound = open(true)
  const guarded = open(false)
  let peer: Peer
  beforeAll(async () => {
    peer = await openPeer(() => undefined)
  })
  afterAll(async () => {
    await Promise.all([outbound.close(), guarded.close()])
    await peer.close()
  })

  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://localhost/',
    'http://x.localhost:80/',
  ])('%s is refused before anything is sent', async (url) => {
    await expect(guarded.ask(url, { signal })).rejects.toMatchObject({ reason: 'private-address' })
  })

  test('a name that leads inside is refused when the socket connects, so that it cannot lead elsewhere a moment later', async () => {
    const socket = connect({ host: 'localhost', port: Number(new URL(peer.url).port), lookup: guarded.guard.lookup })
    const error = await new Promise((done) => socket.on('error', done).on('connect', () => done(null)))
    socket.destroy()
    expect(error).toMatchObject({ reason: 'private-address' })
  })

  test('schemes other than http and addresses with a password in them are refused', async () => {
    await expect(outbound.ask('file:///etc/passwd', { signal })).rejects.toMatchObject({ reason: 'address' })
    await expect(outbound.ask(peer.url.replace('//', '//naam:geheim@'), { signal })).rejects.toMatchObject({ reason: 'address' })
  })

  test('a redirect is followed, checked as the first address was, and takes no secret to another host', async () => {
    const other = await openPeer((_request, response) => response.end('hier'))
    peer.handle = (_request, response) => response.writeHead(302, { location: `${other.url}/nieuw` }).end()
    const answer = await outbound.ask(peer.url, { signal, headers: { authorization: 'Bearer geheim', accept: 'text/plain' } })
    expect([answer.body.toString(), answer.url]).toEqual(['hier', `${other.url}/nieuw`])
    expect(other.asked[0]!.headers).toMatchObject({ accept: 'text/plain' })
    expect(other.asked[0]!.headers.authorization).toBeUndefined()
    await other.close()
    peer.handle = (_request, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end()
    await expect(outbound.ask(peer.url, { signal })).rejects.toMatchObject({ reason: 'address' })
    peer.handle = (_request, response) => response.writeHead(302, { location: '/rond' }).end()
    await expect(outbound.ask(peer.url, { signal })).rejects.toMatchObject({ reason: 'redirect' })
  })

  test('too much is refused, over the wire and unpacked', async () => {
    peer.handle = (_request, response) => response.end(Buffer.alloc(200_000, 97))
    await expect(outbound.ask(peer.url, { signal, maxBytes: 100_000 })).rejects.toMatchObject({ reason: 'too-large' })
    for (const [encoding, body] of [
      ['gzip', gzipSync(Buffer.alloc(50_000_000))],
      ['br', brotliCompressSync(Buffer.alloc(5_000_000))],
    ] as const) {
      expect(body.length).toBeLessThan(100_000)
      peer.handle = (_request, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body)
      await expect(outbound.ask(peer.url, { signal, maxBytes: 100_000 })).rejects.toMatchObject({ reason: 'too-large' })
    }
  })

  test('a peer of a byte at a time ends at the deadline', async () => {
    peer.handle = async (_request, response) => {
      response.writeHead(200)
      for (let sent = 0; sent < 200 && !response.destroyed; sent++) {
        response.write('.')
        await delay(20)
      }
      response.end()
    }
    const startMs = Date.now()
    await expect(outbound.ask(peer.url, { signal, deadlineMs: 300 })).rejects.toMatchObject({ reason: 'timeout' })
    expect(Date.now() - startMs).toBeLessThan(3_000)
  })

  test('a host that asks to be left alone is not asked again, whoever wants to', async () => {
    const busy = await openPeer((_request, response) => response.writeHead(503, { 'retry-after': '7' }).end())
    await expect(outbound.ask(busy.url, { signal })).rejects.toMatchObject({ status: 503, retryAfterMs: 7_000 })
    await expect(outbound.ask(`${busy.url}/ander`, { signal })).rejects.toMatchObject({ reason: 'status' })
    expect(busy.asked).toHaveLength(1)
    await busy.close()
  })

  test('the proxy of the configuration is used, and inside addresses do not go by it either', async () => {
    peer.handle = (_request, response) => response.end('door de proxy')
    const proxied = open(false, peer.url)
    const answer = await proxied.ask('http://bestaat-niet.example/pad', { signal })
    expect(answer.body.toString()).toBe('door de proxy')
    expect(peer.asked.at(-1)!.path).toBe('http://bestaat-niet.example/pad')
    await expect(proxied.ask('http://192.168.0.1/', { signal })).rejects.toMatchObject({ reason: 'private-address' })
    await proxied.close()
  })
})

test('Retry-After is seconds or a date', () => {
  const now = new Date('2026-11-24T09:00:00Z')
  expect([retryAfterMs('120', now), retryAfterMs('Tue, 24 Nov 2026 09:01:00 GMT', now)]).toEqual([120_000, 60_000])
  expect([retryAfterMs(undefined, now), retryAfterMs('straks', now), retryAfterMs('Tue, 24 Nov 2026 08:00:00 GMT', now)]).toEqual([
    null,
    null,
    0,
  ])
})

test('requests to one host come one after another, and to another host at once', async () => {
  const pace = createPace()
  const startMs = performance.now()
  await Promise.all([pace.turn('a', 20, signal), pace.turn('a', 20, signal), pace.turn('a', 20, signal)])
  const threeMs = performance.now() - startMs
  await pace.turn('b', 20, signal)
  expect(threeMs).toBeGreaterThan(95)
  expect(performance.now() - startMs - threeMs).toBeLessThan(40)
})

test('after each failure the wait doubles, up to an hour, and is never shorter than was asked', () => {
  expect([1, 2, 3].map((failures) => backOffMs(failures, 30_000, null, 0.5))).toEqual([30_000, 60_000, 120_000])
  expect(backOffMs(50, 30_000, null, 1)).toBeCloseTo(1.2 * 3_600_000)
  expect(backOffMs(1, 30_000, 7_200_000, 0)).toBe(7_200_000)
})
