import type { ContentItem, ContentStatus } from '@rumoer/contracts'
import type { Person } from '../../lib/queries.ts'
import type { MessageId } from '../../lib/text.ts'

/** What the form holds. */
export type ItemDraft = {
  title: string
  status: ContentStatus
  owner: Person | null
  plannedOn: string | null
  channels: string[]
  issueId: string | null
  notes: string
}

const TITLE_MIN = 3
const TITLE_MAX = 160

/** What a new item is about: an issue under its own title, or under a question that was asked in it. */
export type About = { id: string; title: string }

/** A form for an item that exists, for a new one about an issue, or for an empty one. */
export function draftOf(item: ContentItem | null, about: About | null): ItemDraft {
  if (item) {
    const { title, status, owner, plannedOn, channels, issueId, notes } = item
    return { title, status, owner, plannedOn, channels, issueId, notes }
  }
  return {
    title: about?.title.slice(0, TITLE_MAX) ?? '',
    status: 'idea',
    owner: null,
    plannedOn: null,
    channels: [],
    issueId: about?.id ?? null,
    notes: '',
  }
}

/** What has to be mended before it can be saved, per field. */
export function problemsOf(draft: ItemDraft): { title?: MessageId; channels?: MessageId } {
  return {
    ...(draft.title.trim().length < TITLE_MIN ? { title: 'item.title.short' as const } : {}),
    ...(draft.channels.length === 0 ? { channels: 'item.channels.none' as const } : {}),
  }
}

/** The draft as the API takes it. */
export const bodyOf = (draft: ItemDraft) => ({ ...draft, title: draft.title.trim(), owner: draft.owner?.id ?? null })

/** The names of the fields that differ between two drafts. */
export function differences(mine: ItemDraft, theirs: ItemDraft): (keyof ItemDraft)[] {
  const names = ['title', 'status', 'owner', 'plannedOn', 'channels', 'notes'] as const
  return names.filter((name) => JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]))
}
