import type { RawMessage } from '@rumoer/contracts'
import { plainText } from '@rumoer/walk'
import { z } from 'zod'

const account = z.object({
  uri: z.string().nullish(),
  url: z.string().nullish(),
  acct: z.string(),
  indexable: z.boolean().nullish(),
  noindex: z.boolean().nullish(),
  /** What somebody says of themselves; some ask there not to be gathered. */
  note: z.string().nullish(),
  suspended: z.boolean().nullish(),
  limited: z.boolean().nullish(),
})

/** What we read of a status. Names, pictures and numbers of followers are left where they are. */
const own = z.object({
  id: z.string().min(1),
  url: z.string().nullish(),
  created_at: z.iso.datetime({ offset: true }),
  edited_at: z.iso.datetime({ offset: true }).nullish(),
  account,
  content: z.string(),
  spoiler_text: z.string().nullish(),
  visibility: z.string(),
  language: z.string().nullish(),
  in_reply_to_id: z.string().nullish(),
  reblogs_count: z.int().nonnegative().nullish(),
})
export const status = own.extend({ reblog: own.nullish() })
export type Status = z.output<typeof status>

const NOINDEX = /\b#?no_?index\b/i
const MAX_TEXT = 20_000
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9-]{2,20})?$/

/** A status as a message; a boost is the reach of what it boosts and no voice of its own. Null: its writer did not mean it for such as us. */
export function toMessage(given: Status, channel: string): RawMessage | null {
  const { reblog } = given
  const shown = reblog ?? given
  if (!isForAll(shown) || (reblog && !isForAll(given))) return null
  const { account: by } = shown
  const language = shown.language && LANGUAGE.test(shown.language) ? { language: shown.language } : {}
  return {
    externalId: shown.id,
    kind: shown.in_reply_to_id ? 'comment' : 'post',
    channel,
    createdAt: shown.created_at,
    ...(shown.edited_at ? { updatedAt: shown.edited_at } : {}),
    text: [shown.spoiler_text, plainText(shown.content)].filter(Boolean).join('\n').slice(0, MAX_TEXT),
    author: by.uri ?? by.url ?? by.acct,
    ...(shown.url ? { url: shown.url } : {}),
    ...(shown.in_reply_to_id ? { inReplyTo: shown.in_reply_to_id } : {}),
    ...language,
    ...(shown.reblogs_count ? { reach: shown.reblogs_count } : {}),
  }
}

/** Public, by somebody who lets themselves be found and whom their server has not shut up. */
function isForAll({ visibility, account: by }: z.output<typeof own>): boolean {
  return (
    visibility === 'public' &&
    by.indexable !== false &&
    by.noindex !== true &&
    !NOINDEX.test(by.note ?? '') &&
    by.suspended !== true &&
    by.limited !== true
  )
}
