import { type Issue, type MessageOut, type MessageQuery, type Nearby, smallestArea } from '@rumoer/contracts'
import type { Services } from '../../services.ts'

const SHOWN = 5
/** With this many of both there is no further look. */
const ENOUGH = 3
const LOOKED_AT = 60
const LOOK_BACK_DAYS = 90
const DAY_MS = 86_400_000
/** Words that say most of what it is about: all of these, or in the same place one of the first. */
const MOST_WORDS = 3
const OPEN: readonly Issue['status'][] = ['open', 'acknowledged', 'regressed']
/** Words of fewer letters say little of what it is about. */
const SHORTEST_TEXT = 4

type Looks = Pick<MessageQuery, 'q' | 'area' | 'category'>
type Doors = Pick<Services, 'store' | 'readDraft' | 'now'>

/**
 * Issues and meldingen that are open: first those that agree in words and place, then in words, then in place and some word, then in
 * the word that says most, then in place and subject.
 * Issues are found by their messages: these have an index on their words.
 */
export async function findNearby(
  { store, readDraft, now }: Doors,
  municipalityId: number,
  { text, address }: { text: string; address?: string | undefined },
): Promise<Nearby> {
  if (text.trim().length < SHORTEST_TEXT && !address) return { place: null, issues: [], meldingen: [] }
  const { reading, areaName } = await readDraft(municipalityId, { text, address: address?.trim() || null, channel: 'telephone' })
  const area = smallestArea(reading)
  const words = [...reading.keywords]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_WORDS)
    .map(({ term }) => `"${term.replaceAll('"', ' ')}"`)
  const from = new Date(now().getTime() - LOOK_BACK_DAYS * DAY_MS).toISOString()
  const issues = new Map<string, Issue>()
  const meldingen = new Map<string, MessageOut>()
  const closed = new Set<string>()
  for (const look of looksOf(area, words, reading.category.main)) {
    const { items } = await store.messages.search(municipalityId, { ...look, from, limit: LOOKED_AT, total: false, sort: '-receivedAt' })
    for (const message of items) if (isOpenMelding(message) && meldingen.size < SHOWN) meldingen.set(message.id, message)
    for (const id of byMentions(items)) {
      if (issues.size === SHOWN) break
      if (issues.has(id) || closed.has(id)) continue
      const issue = await store.issues.byId(municipalityId, id)
      if (issue && OPEN.includes(issue.status)) issues.set(id, issue)
      else closed.add(id)
    }
    if (issues.size >= ENOUGH && meldingen.size >= ENOUGH) break
  }
  const place = area === null ? null : { code: area, name: areaName(area) ?? area }
  return { place, issues: [...issues.values()], meldingen: [...meldingen.values()] }
}

function looksOf(area: string | null, words: readonly string[], category: string): Looks[] {
  const all = words.join(' ')
  const some = words.slice(0, 2)
  return [
    ...(area && all ? [{ q: all, area }] : []),
    ...(all ? [{ q: all }] : []),
    ...(words.length > 2 ? [{ q: some.join(' ') }] : []),
    ...(area && all ? [{ q: some.join(' or '), area }] : []),
    ...(words.length > 1 ? [{ q: words[0]! }] : []),
    ...(area ? [all ? { area, category } : { area }] : []),
  ]
}

const isOpenMelding = ({ kind, closedAt, reading }: MessageOut): boolean =>
  kind === 'melding' && closedAt === null && reading?.special === undefined

/** Issues of these messages, the most mentioned first. */
function byMentions(messages: readonly MessageOut[]): string[] {
  const counts = new Map<string, number>()
  for (const { issue } of messages) if (issue !== null) counts.set(issue, (counts.get(issue) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id)
}
