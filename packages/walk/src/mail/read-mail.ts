import { createHash } from 'node:crypto'
import { MAX_TEXT_LENGTH, type RawMessage } from '@rumoer/contracts'
import { type HeaderValue, type ParsedMail, simpleParser } from 'mailparser'
import { cutMail } from './cut-mail.ts'
import { plainText } from './plain-text.ts'

const DAY_MS = 86_400_000
const LONGEST_ID = 500
/** Earlier mails as mail programs mark them in HTML. */
const QUOTED = [
  'blockquote',
  'div.gmail_quote',
  'div.gmail_quote_container',
  'div#divRplyFwdMsg',
  'div#mail-editor-reference-message-container',
]

/**
 * A mail as a message: what was written in it, under its subject. Null for what no person wrote: out-of-office replies, reports of delivery, and mails
 * without words.
 *
 * @param bytes RFC 5322, as a mail server or an .eml file has it; attachments are not looked at
 * @param receivedAt when the mail server got it; null for a file, whose own date is all there is (`createdAt` is empty without, and refused)
 */
export async function readMail(
  bytes: Uint8Array,
  { channel, receivedAt }: { channel: string; receivedAt: Date | null },
): Promise<RawMessage | null> {
  const mail = await simpleParser(Buffer.from(bytes), { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true })
  if (isAutomatic(mail)) return null
  const body = mail.text?.trim() ? mail.text : mail.html ? bodyOfHtml(mail.html) : ''
  const words = [subjectOf(mail.subject), cutMail(body)]
    .filter((part) => part !== '')
    .join('\n')
    .replaceAll('\u0000', '')
    .toWellFormed()
  if (words === '') return null
  const references = [mail.references ?? []].flat()
  const inReplyTo = mail.inReplyTo ?? references.at(-1)
  const author = mail.from?.value[0]?.address?.toLowerCase()
  return {
    externalId: (mail.messageId ?? createHash('sha256').update(bytes).digest('hex')).slice(0, LONGEST_ID),
    kind: 'mail',
    channel,
    createdAt: (plausible(mail.date, receivedAt) ?? receivedAt)?.toISOString() ?? '',
    text: words.slice(0, MAX_TEXT_LENGTH).toWellFormed(),
    ...(author ? { author: author.slice(0, LONGEST_ID) } : {}),
    ...(inReplyTo ? { inReplyTo: inReplyTo.slice(0, LONGEST_ID) } : {}),
  }
}

/** A reply's own words first; where a mail is nothing but a quote, that. */
function bodyOfHtml(html: string): string {
  const own = plainText(html, QUOTED)
  return cutMail(own) === '' ? plainText(html) : own
}

const subjectOf = (subject: string | undefined): string => (subject ?? '').replace(/^(\s*(re|fw|fwd|antw|betr|doorst)\s*:\s*)+/i, '').trim()

/** RFC 3834 and what older programs send instead. */
function isAutomatic({ headers }: ParsedMail): boolean {
  const value = (name: string): string => wordOf(headers.get(name)).toLowerCase()
  const submitted = value('auto-submitted')
  return (
    (submitted !== '' && submitted !== 'no') ||
    value('content-type').startsWith('multipart/report') ||
    ['auto_reply', 'junk'].includes(value('precedence')) ||
    value('x-autoreply') !== '' ||
    value('return-path') === '<>'
  )
}

function wordOf(value: HeaderValue | undefined): string {
  if (typeof value === 'string') return value
  return value && typeof value === 'object' && 'value' in value && typeof value.value === 'string' ? value.value : ''
}

/** The sender's clock, unless it is a day or more ahead of ours. */
const plausible = (date: Date | undefined, receivedAt: Date | null): Date | null =>
  date === undefined ||
  Number.isNaN(date.getTime()) ||
  (receivedAt !== null && date.getTime() > receivedAt.getTime() + DAY_MS) ||
  date.getUTCFullYear() < 1990
    ? null
    : date
