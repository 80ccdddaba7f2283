import type { SourceSample } from '@rumoer/contracts'
import type { InboxPayload } from '@rumoer/store'

/** A message as the inbox would hold it, for people to look at before anything is kept. */
export function sampleOf({
  kind,
  channel,
  text,
  language,
  createdAt,
  closedAt,
  location,
  givenCategory,
  voice,
}: InboxPayload): SourceSample['messages'][number] {
  return {
    kind,
    channel,
    text,
    language,
    createdAt,
    closedAt,
    location,
    category: givenCategory && [givenCategory.main, givenCategory.sub].filter(Boolean).join(' / '),
    hasAuthor: voice !== null,
  }
}
