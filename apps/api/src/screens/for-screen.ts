import { type Collection, type ContentItem, type Issue, type PlacedMessage, SENSITIVE_CATEGORIES, type StreamEvent, UNKNOWN_CATEGORY } from '@rumoer/contracts'

/** Somebody, for who may not know who. */
const SOMEBODY = { id: '00000000-0000-0000-0000-000000000000', name: '' }
const STREET = 'straat|laan|weg|dijk|plein|kade|gracht|singel|steeg|pad|hof|dreef|plantsoen|markt|park|wal|einde|veld|ring|brink|akker|kamp|haven'
const HOUSE_NUMBER = new RegExp(`(?<=(?:${STREET}))\\s+(?:(?:nr|nummer)\\.?\\s*)?\\d{1,5}(?:\\s?-?[a-z](?!\\p{L}))?(?![\\d:×])`, 'giu')

const isSensitive = (category: string): boolean => SENSITIVE_CATEGORIES.includes(category)

/** A title without house numbers: `Stank Oude Dijk 14b` → `Stank Oude Dijk`. */
export const withoutHouseNumbers = (title: string): string => title.replace(HOUSE_NUMBER, '')

/** An issue as a screen may know it; of a sensitive one only that it is not for the wall. */
export function issueForScreen(issue: Issue): Issue {
  const shared = { ...issue, assignee: issue.assignee && SOMEBODY, title: withoutHouseNumbers(issue.title) }
  if (!isSensitive(issue.category.main)) return shared
  return {
    ...shared,
    title: '',
    heat: 0,
    level: 'calm',
    areaCodes: [],
    category: { main: issue.category.main, sub: issue.category.main },
    keywords: [],
    channels: [],
    messages: 0,
    voices: 0,
    openMeldingen: 0,
    sentiment: { negative: 0, neutral: 0, positive: 0 },
    line: [],
    why: null,
    timesNormal: null,
  }
}

export const issuesForScreen = (list: Collection<Issue>): Collection<Issue> => ({
  ...list,
  items: list.items.filter(({ category }) => !isSensitive(category.main)).map(issueForScreen),
})

/** A planned item as a screen may know it: that it is there, for which issue, how far it is; none of its words. */
export const itemForScreen = (item: ContentItem): ContentItem => ({
  ...item,
  title: '',
  notes: '',
  issueTitle: null,
  owner: item.owner && SOMEBODY,
})

export const itemsForScreen = (list: Collection<ContentItem>): Collection<ContentItem> => ({ ...list, items: list.items.map(itemForScreen) })

const placedForScreen = (message: PlacedMessage): PlacedMessage =>
  isSensitive(message.category) ? { ...message, category: UNKNOWN_CATEGORY.main, areaCode: null } : message

/** An event of the stream as a screen may know it; null for one that is not for screens, as are those that nobody decided on. */
export function eventForScreen(event: StreamEvent): StreamEvent | null {
  switch (event.type) {
    case 'message.placed':
    case 'message.updated':
      return { ...event, data: placedForScreen(event.data) }
    case 'issue.opened':
    case 'issue.changed':
      return { ...event, data: issueForScreen(event.data) }
    case 'content-item.changed':
      return { ...event, data: itemForScreen(event.data) }
    case 'message.erased':
    case 'issue.merged':
    case 'content-item.removed':
    case 'areas.changed':
      return event
    default:
      return null
  }
}
