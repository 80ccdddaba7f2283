import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type Delivery, type Receiver, ruleDefinition, type Webhook } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { putRuleInForce, TEST_STORES } from '@rumoer/store/testing'
import { type Lane, openLane, SILENT_LOG } from '@rumoer/walk'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestServer, rawMelding, type TestServer } from '../testing/open-test-server.ts'
import { postWebhook } from './post-webhook.ts'

const MINUTE_MS = 60_000
const MORNING = new Date('2026-11-24T10:00:00Z')
type Call = { path: string; headers: IncomingHttpHeaders; body: string; data: { type: string; data: { alert: Record<string, unknown> } } }
type Letter = { to: string[]; source: string }

let store: Store
let hook: Server
let smtp: SMTPServer
let calls: Call[] = []
let letters: Letter[] = []
/** What the receiver answers at each path, in order; then 200. */
const answers = new Map<string, { status: number; retryAfter?: string }[]>()
let clock = MORNING
let towns = 0

beforeAll(async () => {
  store = await TEST_STORES[0]!.open()
  hook = createServer((request, response) => {
    void text(request).then((body) => {
      calls.push({ path: request.url ?? '', headers: request.headers, body, data: JSON.parse(body) as Call['data'] })
      const { status, retryAfter } = answers.get(request.url ?? '')?.shift() ?? { status: 200 }
      response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter }).end()
    })
  })
  await new Promise<void>((done) => hook.listen(0, '127.0.0.1', done))
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, callback) => {
      void text(stream).then((source) => {
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), source: plain(source) })
        callback()
      })
    },
  })
  await new Promise<void>((done) => smtp.listen(0, '127.0.0.1', () => done()))
})
afterAll(async () => {
  await new Promise((done) => hook.close(done))
  await new Promise<void>((done) => smtp.close(() => done()))
  await store.close()
})
beforeEach(() => {
  calls = []
  letters = []
  clock = MORNING
})

/** Headers unfolded, encoded words and quoted-printable read. */
function plain(source: string): string {
  const bytes = (quoted: string) => decodeURIComponent(quoted.replace(/%/g, '%25').replace(/=([0-9A-F]{2})/g, '%$1'))
  const [head = '', ...body] = source.split('\r\n\r\n')
  const words = head.replace(/\r\n[ \t]/g, ' ').replace(/\?= =\?UTF-8\?Q\?/g, '')
  const subject = words.replace(/=\?UTF-8\?Q\?(.*?)\?=/g, (_, quoted: string) => bytes(quoted.replaceAll('_', ' ')))
  return `${subject}\r\n\r\n${bytes(body.join('\r\n\r\n').replace(/=\r\n/g, ''))}`
}

const portOf = (address: AddressInfo | string | null) => (address as AddressInfo).port
const env = () => ({
  SMTP_URL: `smtp://127.0.0.1:${portOf(smtp.server.address())}`,
  MAIL_FROM: 'Rumoer <rumoer@gemeente.example>',
  OUTBOUND_ALLOW_PRIVATE: 'on',
})
const hookUrl = (path: string) => `http://127.0.0.1:${portOf(hook.address())}${path}`
const later = (minutes: number) => {
  clock = new Date(clock.getTime() + minutes * MINUTE_MS)
}

type Town = { server: TestServer; lane: Lane; user: string; email: string; webhook: Webhook & { secret: string }; path: string }
/** A municipality with one rule: three messages on an issue. `receivers` may use its person and webhook. */
async function openTown(receivers: (town: Town) => Receiver[], changes: object = {}, hook: object = {}): Promise<Town> {
  towns += 1
  const server = await openTestServer(store, { env: env(), now: () => clock })
  const { id } = server.municipality
  const email = `bea${towns}@gemeente.example`
  const { id: user } = await store.access.addUser({ municipalityId: id, email, name: 'Bea Bakker', role: 'adviseur', now: clock })
  const path = `/town-${towns}`
  const added = await server.send('POST', '/v1/webhooks', { name: 'Meldkamer', url: hookUrl(path), ...hook })
  const webhook = (await added.json()) as Town['webhook']
  const ownership = (await store.walk.own(id))!
  const lane = await openLane({ store, ownership, now: () => clock, log: SILENT_LOG })
  const town = { server, lane, user, email, webhook, path }
  const definition = ruleDefinition.parse({
    name: 'Drie berichten',
    level: 'attention',
    floors: { messages: 3, voices: 2, channels: 1 },
    when: { all: [] },
    repeatMinutes: 60,
    receivers: receivers(town),
    ...changes,
  })
  await putRuleInForce(store, id, definition, clock)
  return town
}
async function closeTown({ server, lane }: Town): Promise<void> {
  await lane.close()
  await server.close()
}
/** Three residents write about one thing; the sweep looks; the sender runs. */
async function speak({ server, lane }: Town, first: number, changes: Parameters<typeof rawMelding>[1] = {}): Promise<void> {
  const messages = [0, 1, 2].map((number) =>
    rawMelding(first + number, { createdAt: clock.toISOString(), text: 'Café ruïne 🤢 stinkt in het Havenkwartier', ...changes }),
  )
  await server.send('POST', '/v1/messages', messages, server.keys.source)
  while ((await lane.step()) > 0);
  await lane.sweep()
  await server.services.sender.run()
}
/** A sender sends for every municipality of the store: these are of one. */
const callsOf = ({ path }: Town) => calls.filter((call) => call.path === path)
const lettersTo = (address: string) => letters.filter(({ to }) => to[0] === address)
const alertOf = async ({ server }: Town) => (await store.alerts.list(server.municipality.id, { limit: 5 })).items[0]!
const webhookOf = ({ webhook }: Town): Receiver => ({ channel: 'webhook', webhook: webhook.id })
const mailTo = ({ user }: Town, changes: Partial<Extract<Receiver, { channel: 'mail' }>> = {}): Receiver => ({
  channel: 'mail',
  user,
  onCall: [],
  digest: false,
  ...changes,
})
const subjectOf = ({ source }: Letter) => /^Subject: (.*)$/m.exec(source)?.[1]
const headerOf = ({ source }: Letter, name: string) => new RegExp(`^${name}: (.*)$`, 'mi').exec(source)?.[1]
const deliveriesOf = async ({ server }: Town) => ((await (await server.get('/v1/deliveries')).json()) as { items: Delivery[] }).items

test('a webhook is signed over the bytes that arrive, accents and emoji included, and follows what becomes of the alert', async () => {
  const town = await openTown((one) => [webhookOf(one)])
  await speak(town, 0)
  expect(callsOf(town)).toHaveLength(1)
  const [{ headers, body, data }] = callsOf(town) as [Call]
  const key = Buffer.from(town.webhook.secret.slice('whsec_'.length), 'base64')
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
  expect(Number(headers['webhook-timestamp'])).toBe(Math.floor(clock.getTime() / 1_000))
  const alert = await alertOf(town)
  expect(data).toMatchObject({ type: 'alert.raised', data: { alert: { id: alert.id, status: 'open', level: 'attention' } } })
  await town.server.services.sender.run()
  expect(callsOf(town)).toHaveLength(1)
  later(1)
  await town.server.send('PATCH', `/v1/alerts/${alert.id}`, { status: 'acknowledged' })
  await town.server.services.sender.run()
  await town.server.send('PATCH', `/v1/issues/${alert.issueId}`, { status: 'resolved' })
  await town.server.services.sender.run()
  expect(callsOf(town).map((call) => [call.data.type, call.data.data.alert.status])).toEqual([
    ['alert.raised', 'open'],
    ['alert.updated', 'acknowledged'],
    ['alert.closed', 'closed'],
  ])
  expect(new Set(callsOf(town).map((call) => call.headers['webhook-id'])).size).toBe(3)
  expect(JSON.stringify(callsOf(town))).not.toContain('Bea')
  await closeTown(town)
})

test('a failed call is tried again under the same id, later each time and not before the receiver asked, and is given up in the end', async () => {
  const town = await openTown((one) => [webhookOf(one)])
  answers.set(town.path, [{ status: 503, retryAfter: '120' }, ...Array.from({ length: 8 }, () => ({ status: 500 }))])
  await speak(town, 0)
  const { sender } = town.server.services
  later(1.9)
  await sender.run()
  expect(callsOf(town)).toHaveLength(1)
  for (let tries = 2; tries <= 9; tries += 1) {
    later(25 * 60)
    await sender.run()
    expect(callsOf(town)).toHaveLength(tries)
  }
  later(25 * 60)
  await sender.run()
  expect(callsOf(town)).toHaveLength(9)
  expect(new Set(callsOf(town).map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(await deliveriesOf(town)).toMatchObject([{ status: 'dead', attempts: 9, error: 'status 500', to: 'Meldkamer' }])
  await closeTown(town)
})

test('a receiver that says it is gone is not called again', async () => {
  const town = await openTown((one) => [webhookOf(one)])
  answers.set(town.path, [{ status: 410 }])
  await speak(town, 0)
  expect(await deliveriesOf(town)).toMatchObject([{ status: 'dead', attempts: 1 }])
  await closeTown(town)
})

test('mail tells level, place, reason and link, never a name, and what follows answers the same mail', async () => {
  const town = await openTown((one) => [mailTo(one)])
  await speak(town, 0)
  expect(lettersTo(town.email)).toHaveLength(1)
  const [first] = lettersTo(town.email) as [Letter]
  const alert = await alertOf(town)
  expect(first.source).toContain(`${town.server.url}/issues/${alert.issueId}`)
  expect(first.source).toContain('Waar: Havenkwartier')
  expect(first.source).not.toMatch(/Bea Bakker|bewoner-/)
  later(5)
  await town.server.send('PATCH', `/v1/alerts/${alert.id}`, { status: 'closed' })
  await town.server.services.sender.run()
  const [, second] = lettersTo(town.email)
  expect(subjectOf(second!)).toBe(`Re: ${subjectOf(first)}`)
  expect(headerOf(second!, 'In-Reply-To')).toBe(headerOf(first, 'Message-ID'))
  expect(second!.source).toContain('Deze attendering is gesloten.')
  await closeTown(town)
})

test('mail waits until the quiet hours are over, a crisis does not, and a notice of what was closed meanwhile never goes', async () => {
  clock = new Date('2026-11-24T22:30:00Z')
  const once = { repeatMinutes: 10_080 }
  const [waits, closes, crisis] = [
    await openTown((one) => [mailTo(one)], once),
    await openTown((one) => [mailTo(one)], once),
    await openTown((one) => [mailTo(one)], { ...once, level: 'crisis' }),
  ]
  const told = () => [waits, closes, crisis].map(({ email }) => lettersTo(email).length)
  for (const town of [waits, closes, crisis]) await speak(town, 0)
  expect(told()).toEqual([0, 0, 1])
  await closes.server.send('PATCH', `/v1/alerts/${(await alertOf(closes)).id}`, { status: 'closed' })
  clock = new Date('2026-11-25T05:59:00Z')
  await waits.server.services.sender.run()
  expect(told()).toEqual([0, 0, 1])
  clock = new Date('2026-11-25T06:00:00Z')
  await waits.server.services.sender.run()
  expect(told()).toEqual([1, 0, 1])
  for (const town of [waits, closes, crisis]) await closeTown(town)
})

test('who is on call is told; when nobody is, everybody is', async () => {
  const weekend = [{ from: '08:00', to: '20:00', days: [6, 7] }]
  const email = 'ali@gemeente.example'
  const { id: ali } = await store.access.addUser({ municipalityId: null, email, name: 'Ali', role: 'beheerder', now: clock })
  const town = await openTown((one) => [mailTo(one, { onCall: weekend }), mailTo({ ...one, user: ali })])
  await speak(town, 0)
  expect([lettersTo(town.email).length, lettersTo(email).length]).toEqual([0, 1])
  await closeTown(town)
  const alone = await openTown((one) => [mailTo(one, { onCall: weekend })])
  await speak(alone, 0)
  expect(lettersTo(alone.email)).toHaveLength(1)
  await closeTown(alone)
})

test('an alert that nobody takes up is told again after the repeat interval, and not once somebody did', async () => {
  const town = await openTown((one) => [webhookOf(one)])
  await speak(town, 0)
  later(20)
  await town.lane.sweep()
  const { sender } = town.server.services
  later(39)
  await sender.run()
  expect(callsOf(town)).toHaveLength(1)
  later(2)
  await town.lane.sweep()
  await sender.run()
  expect(callsOf(town).map(({ data }) => data.type)).toEqual(['alert.raised', 'alert.repeated'])
  await town.server.send('PATCH', `/v1/alerts/${(await alertOf(town)).id}`, { status: 'acknowledged' })
  later(90)
  await sender.run()
  later(90)
  await sender.run()
  expect(callsOf(town).map(({ data }) => data.type)).toEqual(['alert.raised', 'alert.repeated', 'alert.updated'])
  await closeTown(town)
})

test('who takes up an issue takes up its alert: whoever was told hears it, and it is not told again', async () => {
  const town = await openTown((one) => [mailTo(one)])
  await speak(town, 0)
  const { sender } = town.server.services
  later(5)
  await town.server.send('PATCH', `/v1/issues/${(await alertOf(town)).issueId}`, { status: 'acknowledged' })
  await sender.run()
  expect(await alertOf(town)).toMatchObject({ status: 'acknowledged' })
  expect(lettersTo(town.email).at(-1)!.source).toContain('Iemand pakt dit op.')
  later(90)
  await sender.run()
  expect(lettersTo(town.email)).toHaveLength(2)
  await closeTown(town)
})

test('whoever was told hears that it is calm again, though nobody closed the alert', async () => {
  const town = await openTown((one) => [mailTo(one), webhookOf(one)], { repeatMinutes: 10_080 })
  await speak(town, 0)
  for (let hour = 0; hour < 30; hour++) {
    later(60)
    await town.lane.sweep()
  }
  clock = new Date('2026-11-26T09:00:00Z')
  await town.lane.sweep()
  await town.server.services.sender.run()
  expect(await alertOf(town)).toMatchObject({ status: 'open' })
  expect(lettersTo(town.email).map(({ source }) => source.includes('Het is weer rustig.'))).toEqual([false, true])
  expect(callsOf(town).at(-1)!.data).toMatchObject({ type: 'alert.updated', data: { alert: { issueLevel: 'calm' } } })
  await closeTown(town)
})

test('two issues of one group within the minutes of the rule make two mails at most: the first, and the rest together', async () => {
  const town = await openTown((one) => [mailTo(one)], { grouping: { by: 'area', minutes: 30 } })
  await speak(town, 0)
  later(5)
  await speak(town, 10, { text: 'Bruin water uit de kraan' })
  await speak(town, 20, { text: 'Losse stoeptegel bij de speeltuin, gevaarlijk om te vallen' })
  const alerts = (await store.alerts.list(town.server.municipality.id, { limit: 9 })).items.length
  expect(alerts).toBeGreaterThan(1)
  expect(lettersTo(town.email)).toHaveLength(1)
  later(26)
  await town.server.services.sender.run()
  expect(lettersTo(town.email)).toHaveLength(2)
  expect(lettersTo(town.email)[1]!.source.match(/issues\/[0-9a-f-]{36}/g)).toHaveLength(alerts - 1)
  await closeTown(town)
})

test('a digest comes at half past eight, says only what is new or changed, and is not sent when there is nothing', async () => {
  const town = await openTown((one) => [mailTo(one, { digest: true })])
  const { sender } = town.server.services
  await speak(town, 0)
  clock = new Date('2026-11-25T07:29:00Z')
  await sender.run()
  expect(lettersTo(town.email)).toEqual([])
  clock = new Date('2026-11-25T07:30:00Z')
  await sender.run()
  await sender.run()
  expect(lettersTo(town.email).map(subjectOf)).toEqual([expect.stringContaining('1 nieuw, 0 veranderd')])
  clock = new Date('2026-11-26T07:31:00Z')
  await sender.run()
  expect(lettersTo(town.email)).toHaveLength(1)
  await town.server.send('PATCH', `/v1/alerts/${(await alertOf(town)).id}`, { status: 'acknowledged' })
  clock = new Date('2026-11-27T07:31:00Z')
  await sender.run()
  expect(subjectOf(lettersTo(town.email)[1]!)).toContain('0 nieuw, 1 veranderd')
  await closeTown(town)
})

test('a webhook that asks for it gets CloudEvents after the NL GOV profile, signed all the same', async () => {
  const source = 'urn:nld:oin:00000001234567890000:systeem:rumoer'
  const town = await openTown((one) => [webhookOf(one)], {}, { cloudEventSource: source })
  await speak(town, 600)
  const alert = await alertOf(town)
  await town.server.send('PATCH', `/v1/issues/${alert.issueId}`, { status: 'resolved' })
  await town.server.services.sender.run()
  const [first, last] = callsOf(town)
  const event = JSON.parse(first!.body) as Record<string, unknown>
  expect(first!.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8')
  expect(event).toMatchObject({
    specversion: '1.0',
    id: first!.headers['webhook-id'],
    source,
    type: 'nl.leefbaarheid.buurtissue-ontstaan.v1',
    subject: alert.issueId,
    data: { niveau: 'attention', status: 'open' },
  })
  // Names of attributes are short, lower case and without signs; the whole is small and tells of nobody.
  expect(Object.keys(event).filter((name) => !/^[a-z0-9]{1,20}$/.test(name))).toEqual([])
  expect(first!.body).not.toMatch(/Café|ruïne/)
  expect(JSON.parse(last!.body)).toMatchObject({ type: 'nl.leefbaarheid.buurtissue-afgesloten.v1' })
  const key = Buffer.from(town.webhook.secret.slice('whsec_'.length), 'base64')
  const signed = `${first!.headers['webhook-id']}.${first!.headers['webhook-timestamp']}.${first!.body}`
  expect(first!.headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
  const wrong = await town.server.send('POST', '/v1/webhooks', {
    name: 'Meldkamer',
    url: hookUrl('/x'),
    cloudEventSource: 'https://lindehaven.example',
  })
  expect(wrong.status).toBe(400)
  await closeTown(town)
})

test('a webhook goes to the internet only: no private, local or mapped address, also not by name', async () => {
  const server = await openTestServer(store, { now: () => clock })
  const add = async (url: string) => (await server.send('POST', '/v1/webhooks', { name: 'Proef', url })).status
  for (const host of ['127.0.0.1', '10.1.2.3', '169.254.169.254', '[::1]', '[::ffff:192.168.1.1]', '[fd00::1]', '100.64.0.1', '0.0.0.0'])
    expect([host, await add(`https://${host}/x`)]).toEqual([host, 400])
  expect(await add('http://hooks.gemeente.example/x')).toBe(400)
  expect(await add('ftp://hooks.gemeente.example/x')).toBe(400)
  expect(await add('https://hooks.gemeente.example/x')).toBe(201)
  await expect(
    postWebhook(server.services.outbound, `http://localhost:${portOf(hook.address())}/`, {
      headers: {},
      body: Buffer.from('{}'),
      signal: AbortSignal.timeout(5_000),
    }),
  ).rejects.toThrow('private')
  expect(calls).toEqual([])
  await server.close()
})
