import { expect, test } from 'vitest'
import { checkMessage } from '../accept/check-message.ts'
import { readMail } from './read-mail.ts'

const AT = { channel: 'email', receivedAt: new Date('2026-11-24T14:12:00Z') }
const mail = (headers: readonly string[], body: string) => readMail(Buffer.from([...headers, '', body].join('\r\n'), 'latin1'), AT)
const HEADERS = [
  'From: Bea Bewoner <Bea@Example.org>',
  'To: info@lindehaven.example',
  'Subject: =?UTF-8?Q?Re=3A_Antw=3A_Caf=C3=A9_op_de_hoek?=',
  'Date: Tue, 24 Nov 2026 15:10:00 +0100',
  'Message-ID: <a1@example.org>',
]

test('a mail becomes a message: subject and own words, writer, moment, and what it answers', async () => {
  const message = await mail(
    [...HEADERS, 'In-Reply-To: <a0@lindehaven.example>', 'Content-Type: text/plain; charset=iso-8859-1'],
    'Het caf\u00e9 is te luid.\r\n\r\nGroet,\r\nBea\r\n\r\nOp di 24 nov 2026 om 9:00 schreef Gemeente <i@l.example>:\r\n> Waar precies?',
  )
  expect(message).toEqual({
    externalId: '<a1@example.org>',
    kind: 'mail',
    channel: 'email',
    createdAt: '2026-11-24T14:10:00.000Z',
    text: 'Café op de hoek\nHet café is te luid.',
    author: 'bea@example.org',
    inReplyTo: '<a0@lindehaven.example>',
  })
  expect(checkMessage(message)).toMatchObject({ ok: true })
})

test('without In-Reply-To the last of the references is what it answers', async () => {
  const message = await mail([...HEADERS, 'References: <eerste@x> <tweede@x>'], 'Nog iets.')
  expect(message).toMatchObject({ inReplyTo: '<tweede@x>' })
})

test('a mail in HTML alone keeps its own words and leaves the quoted ones', async () => {
  const html =
    '<html><body><p>De brug is <b>dicht</b>.</p><div class="gmail_quote">Op maandag schreef iemand:<blockquote>Oud verhaal</blockquote></div></body></html>'
  const message = await mail([...HEADERS, 'Content-Type: text/html; charset=utf-8'], html)
  expect(message?.text).toBe('Café op de hoek\nDe brug is dicht.')
})

test.each([
  ['an out-of-office reply', [...HEADERS, 'Auto-Submitted: auto-replied'], 'Ik ben er niet.'],
  ['a report of delivery', [...HEADERS, 'Content-Type: multipart/report; report-type=delivery-status; boundary=x'], '--x--'],
  ['an old automatic reply', [...HEADERS, 'Precedence: auto_reply'], 'Afwezig.'],
  ['a mail without words', HEADERS.filter((line) => !line.startsWith('Subject')), ''],
])('%s is no message', async (_name, headers, body) => {
  expect(await mail(headers, body)).toBeNull()
})

test('a clock that is far ahead is not believed, and a mail without an id is known by its bytes', async () => {
  const headers = HEADERS.filter((line) => !/^(Date|Message-ID)/.test(line))
  const first = await mail([...headers, 'Date: Mon, 1 Jan 2035 00:00:00 +0000'], 'Hallo')
  expect(first).toMatchObject({ createdAt: '2026-11-24T14:12:00.000Z', externalId: expect.stringMatching(/^[0-9a-f]{64}$/) })
})
