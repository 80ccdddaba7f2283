import type { RawMessage } from '@rumoer/contracts'
import { readMail } from '@rumoer/walk'
import type { ImapFlow } from 'imapflow'
import type { z } from 'zod'
import type { Context, Page } from '../connector.ts'
import type { imapCursor, imapSettings } from './imap.ts'
import { withMailbox } from './open-mailbox.ts'

type Cursor = z.output<typeof imapCursor>
type Range = Context['range']

const PAGE = 25
const FIRST_DAYS = 7
const DAY_MS = 86_400_000
/** Of one mail; attachments stand behind the words, and are cut off. */
const MOST_BYTES = 1_000_000

/**
 * Mails behind the last number that is in, in order; at first those of a week, of a back-fill those of its days. After the server numbered anew all of
 * the week come again, and are known by their Message-ID.
 */
export async function* pullMails({
  settings,
  cursor,
  range,
  channel,
  outbound,
  now,
  signal,
}: Context<z.output<typeof imapSettings>, Cursor>): AsyncGenerator<Page<Cursor>> {
  yield* await withMailbox({ settings, outbound, signal }, async function* (client, uidValidity): AsyncGenerator<Page<Cursor>> {
    const known = cursor?.uidValidity === uidValidity ? cursor.uid : null
    const uids = await findMails(client, known, range, now())
    if (uids.length === 0) yield { messages: [], cursor: { uidValidity, uid: known ?? 0 } }
    for (let from = 0; from < uids.length; from += PAGE) {
      const page = uids.slice(from, from + PAGE)
      yield {
        messages: await readPage(client, page, channel, now()),
        cursor: { uidValidity, uid: page.at(-1)! },
        ...(range ? { share: Math.min(1, (from + page.length) / uids.length) } : {}),
      }
    }
  })
}

/** Numbers of mails to read, rising. A server answers `n:*` with its last mail, also when that lies before n. */
async function findMails(client: ImapFlow, known: number | null, range: Range, now: Date): Promise<number[]> {
  const since = range ? range.from : new Date(now.getTime() - FIRST_DAYS * DAY_MS)
  const query = {
    ...(known === null ? {} : { uid: `${known + 1}:*` }),
    ...(range || known === null ? { since } : {}),
    ...(range ? { before: new Date(range.to.getTime() + DAY_MS) } : {}),
  }
  const found = (await client.search(query, { uid: true })) || []
  return found.filter((uid) => uid > (known ?? 0)).sort((a, b) => a - b)
}

async function readPage(client: ImapFlow, uids: readonly number[], channel: string, now: Date): Promise<RawMessage[]> {
  const messages: RawMessage[] = []
  const query = { uid: true, internalDate: true, source: { start: 0, maxLength: MOST_BYTES } }
  for await (const mail of client.fetch(uids.join(','), query, { uid: true })) {
    if (!mail.source) continue
    const receivedAt = mail.internalDate ? new Date(mail.internalDate) : now
    const message = await readMail(mail.source, { channel, receivedAt })
    if (message) messages.push(message)
  }
  return messages
}
