import { readMail } from '../mail/read-mail.ts'
import { allBytes, type FileBytes } from './file-bytes.ts'
import { OWN_LAYOUT } from './layout-own.ts'
import type { OpenFile, OpenRow } from './read-candidates.ts'
import { wholeEntries } from './zip-entry.ts'

/** Of one mail with its attachments. */
const MOST_BYTES = 40 * 1024 * 1024
const COLUMNS = ['externalId', 'kind', 'channel', 'createdAt', 'text']

export const isMailName = (name: string): boolean => /\.eml$/i.test(name)

/** One .eml file, or a zip of them; `line` counts mails from 1. What no person wrote, such as an out-of-office reply, is passed over. */
export function openMails(file: FileBytes, entries?: readonly string[]): OpenFile {
  const rows = entries ? mailRows(wholeEntries(file, isMailName, MOST_BYTES)) : mailRows([allBytes(file, MOST_BYTES)])
  return { columns: COLUMNS, rows, lastLine: entries?.filter(isMailName).length ?? 1, usual: OWN_LAYOUT }
}

async function* mailRows(mails: AsyncIterable<Buffer> | Iterable<Promise<Buffer>>): AsyncGenerator<OpenRow> {
  let line = 0
  for await (const mail of mails) {
    line += 1
    const message = await readMail(mail, { channel: 'email', receivedAt: null })
    if (message) yield { line, row: { externalId: message.externalId, text: message.text }, whole: message }
  }
}
