import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ConnectorTown, openConnectorTown } from '../../../testing/open-connector-town.ts'
import { type ImapPeer, openImapPeer, type PeerMail } from '../../../testing/open-imap-peer.ts'
import { openPeer } from '../../../testing/open-peer.ts'

const NOW = new Date('2026-11-24T14:30:00Z')
const PURPOSE = {
  purpose: 'Zien wat er speelt in de buurten',
  legalGround: 'publieke taak',
  owner: 'Team Communicatie',
  endsOn: '2099-12-31',
  retentionDays: 30,
}

const mail = (uid: number, text: string, more: { day?: number; headers?: string } = {}): PeerMail => ({
  uid,
  internalDate: `${more.day ?? 24}-Nov-2026 10:00:00 +0000`,
  source: [
    'From: Bea <bea@example.org>',
    'Subject: Straatlamp',
    `Date: ${more.day ?? 24} Nov 2026 10:00:00 +0000`,
    `Message-ID: <m${uid}@example.org>`,
    ...(more.headers ? [more.headers] : []),
    '',
    text,
  ].join('\r\n'),
})

describe.each(TEST_STORES)('mail over IMAP on $name', { timeout: 60_000 }, ({ open }: { open: () => Promise<Store> }) => {
  let town: ConnectorTown
  let peer: ImapPeer
  beforeEach(async () => {
    peer = await openImapPeer([
      mail(1, 'Lang geleden.', { day: 3 }),
      mail(2, 'De lamp is stuk.\r\n\r\nGroet,\r\nBea\r\n06-12345678'),
      mail(3, 'Nog steeds stuk.\r\n\r\nOp di 24 nov 2026 om 9:00 schreef Gemeente <i@l.example>:\r\n> Klaar.', {
        headers: 'In-Reply-To: <m2@example.org>',
      }),
      mail(4, 'Ik ben er niet.', { headers: 'Auto-Submitted: auto-replied' }),
    ])
    let atMs = NOW.getTime()
    town = await openConnectorTown(open, { now: () => new Date(atMs++) })
  })
  afterEach(async () => {
    await town.close()
    await peer.close()
  })

  const settings = (more: Record<string, string> = {}) => ({
    host: '127.0.0.1',
    port: peer.port,
    security: 'none',
    user: 'info@lindehaven.example',
    secret: 'geheim',
    ...more,
  })
  const add = (more: Record<string, string> = {}) => town.addSource('imap', 'email', settings(more), { purpose: PURPOSE })
  const textsOf = async (id: string) => (await town.messagesOf(id)).map(({ text }) => text)

  test('the mails of a week come in with their own words alone, once, and the folder is only read', async () => {
    const id = await add()
    await town.fetch(id)
    expect(await textsOf(id)).toEqual(['Straatlamp\nDe lamp is stuk.', 'Straatlamp\nNog steeds stuk.'])
    expect((await town.messagesOf(id))[0]).toMatchObject({ kind: 'mail', channel: 'email', externalId: null })
    expect((await town.stateOf(id)).state).toBe('good')
    peer.mails.push(mail(5, 'Er kwam nog iets bij.'))
    await town.fetch(id)
    await town.fetch(id)
    expect(await textsOf(id)).toHaveLength(3)
    expect(peer.asked.filter((line) => /^(SELECT|STORE|UID STORE|EXPUNGE|UID MOVE)/.test(line))).toEqual([])
    expect(peer.asked).toContain('UID SEARCH UID 5:*')
  })

  test('when the server numbers its mails anew, nothing comes twice', async () => {
    const id = await add()
    await town.fetch(id)
    peer.uidValidity = 2
    peer.mails = peer.mails.map((one) => ({ ...one, uid: one.uid + 100 }))
    await town.fetch(id)
    expect(await textsOf(id)).toHaveLength(2)
  })

  test('a line that is cut keeps what came before and goes on from there', async () => {
    peer.mails = Array.from({ length: 60 }, (_, at) => mail(at + 1, `Bericht ${at + 1} over de lamp.`))
    peer.cutAfterFetches = 30
    const id = await add()
    await town.fetch(id)
    expect((await town.stateOf(id)).state).toBe('failing')
    expect(await textsOf(id)).toHaveLength(25)
    await town.fetch(id)
    expect(await textsOf(id)).toHaveLength(60)
    expect((await town.stateOf(id)).state).toBe('good')
  })

  test('a token signs in, a client fetches its own, and a wrong password is told in plain words', async () => {
    await expect(town.sample('imap', 'email', settings({ login: 'token', secret: 'teken' }))).resolves.toMatchObject({
      messages: [{ text: 'Straatlamp\nNog steeds stuk.' }, { text: 'Straatlamp\nDe lamp is stuk.' }],
    })
    const tokens = await openPeer((request, response) => {
      const form = new URLSearchParams(request.text)
      const right = form.get('grant_type') === 'client_credentials' && form.get('client_secret') === 'clientgeheim'
      response
        .writeHead(right ? 200 : 401, { 'content-type': 'application/json' })
        .end(JSON.stringify({ access_token: 'teken', expires_in: 3600 }))
    })
    const client = { login: 'client', secret: 'clientgeheim', clientId: 'rumoer', tokenUrl: `${tokens.url}/token` }
    expect((await town.sample('imap', 'email', settings(client))).messages).toHaveLength(2)
    await tokens.close()
    await expect(town.sample('imap', 'email', settings({ secret: 'fout' }))).rejects.toThrow(
      'De mailserver weigert gebruiker of wachtwoord',
    )
    await expect(town.sample('imap', 'email', settings({ folder: 'Weg' }))).rejects.toThrow('Deze map is er niet')
  })

  test('a back-fill brings the mails of earlier days', async () => {
    const id = await add()
    await town.fetch(id)
    await town.server.send('POST', `/v1/sources/${id}/_backfill`, { from: '2026-11-01T00:00:00Z', to: '2026-11-10T00:00:00Z' })
    await town.server.services.connectors.runDue()
    expect(await textsOf(id)).toContain('Straatlamp\nLang geleden.')
    expect((await town.stateOf(id)).fetching?.backfill).toMatchObject({ status: 'done', share: 1, messages: 1 })
  })
})
