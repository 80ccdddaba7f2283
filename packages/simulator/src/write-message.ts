import { DEFAULT_TAXONOMY, type MessageKind, type RawMessage } from '@rumoer/contracts'
import { atLocal, compactDate, DAY_MS, dayOf, HOUR_MS, hourOf, isHoliday, MINUTE_MS, weekdayOf } from './amsterdam.ts'
import type { CompiledPattern, CompiledSubject } from './compile-pattern.ts'
import { fillPattern, type Place } from './fill-pattern.ts'
import type { PlannedIncident, PlannedMessage } from './incident.ts'
import { mistype } from './mistype.ts'
import { handleOf } from './people.ts'
import type { Random } from './random.ts'
import { drawInlet, type Inlet } from './sources.ts'
import type { Mood, Trait } from './subject.ts'
import { KM_PER_DEGREE_LAT, KM_PER_DEGREE_LON, type Street, type Town } from './town.ts'

/** What is known of one simulated message, to measure a reader and a clusterer against. */
export type Truth = {
  readonly subject: string
  /** Incident that it belongs to; null for an unrelated message. */
  readonly incident: string | null
  readonly mood: Mood
  readonly traits: readonly Trait[]
  /** Smallest area that the message itself tells of, by coordinates, code or words; null when it tells of none. */
  readonly areaCode: string | null
}
export type SimulatedMessage = {
  readonly raw: RawMessage
  /** Name of one of `SIMULATED_SOURCES`. */
  readonly source: string
  readonly truth: Truth
  /** When the source tells it: `createdAt`, or for a revision (a melding that was closed) `updatedAt`. */
  readonly toldAt: Date
}

/** What an incident remembers while it is told: who spoke, what was posted, which words were used. */
export type Conversation = {
  readonly planned: PlannedIncident
  readonly random: Random
  readonly voices: { readonly resident: number; readonly channel: string }[]
  readonly posts: { readonly externalId: string; readonly channel: string; readonly message: Truth; readonly text: string }[]
  readonly used: Map<CompiledPattern, number>
}
export const startConversation = (planned: PlannedIncident, random: Random): Conversation => ({
  planned,
  random,
  voices: [],
  posts: [],
  used: new Map(),
})

const SLIPS: Readonly<Record<MessageKind, number>> = { post: 0.3, comment: 0.36, melding: 0.12, contact: 0.06, mail: 0.05, article: 0 }
const SHARE_OF_REPEATED_VOICES = 0.16
const SHARE_OF_REPOSTS = 0.07
const REMEMBERED_POSTS = 30
const METRES_BESIDE_STREET = 12

const HANDLING_DAYS = new Map(
  DEFAULT_TAXONOMY.categories.flatMap(({ slug, subcategories }) =>
    subcategories.map((sub) => [`${slug}/${sub.slug}`, sub.handlingDays ?? 5] as const),
  ),
)

/** A point along the street, some metres beside it, in degrees with 6 decimals. */
function pointAt({ line }: Street, random: Random): { lat: number; lon: number } {
  const [a, b] = random.chance(0.5) ? [line[0], line[1]] : [line[1], line[2]]
  const t = random.next()
  const beside = () => ((random.next() * 2 - 1) * METRES_BESIDE_STREET) / 1_000
  const lon = a[0] + t * (b[0] - a[0]) + beside() / KM_PER_DEGREE_LON
  const lat = a[1] + t * (b[1] - a[1]) + beside() / KM_PER_DEGREE_LAT
  return { lat: Math.round(lat * 1e6) / 1e6, lon: Math.round(lon * 1e6) / 1e6 }
}

function locationOf(kind: MessageKind, place: Place, town: Town, random: Random): RawMessage['location'] {
  if (kind === 'melding') {
    const address = random.chance(0.85) ? { address: `${place.street.name} ${1 + random.int(180)}, ${town.name}` } : {}
    return random.chance(0.94) ? { ...pointAt(place.street, random), ...address } : { address: `${place.street.name}, ${town.name}` }
  }
  if (kind === 'contact' && random.chance(0.4)) return { areaCode: place.buurt.code }
  return kind === 'post' && random.chance(0.03) ? pointAt(place.street, random) : undefined
}

function areaTold(pattern: CompiledPattern, place: Place, location: RawMessage['location'], town: Town): string | null {
  if (location || pattern.tells === 'buurt') return place.buurt.code
  if (pattern.tells === 'wijk') return place.buurt.wijk.code
  return pattern.tells === 'gemeente' ? town.code : null
}

/** A pattern for this kind; inside an incident the least used of three that fit its stage. */
function choosePattern(subject: CompiledSubject, message: PlannedMessage, talk: Conversation | null, random: Random): CompiledPattern {
  const all = subject.byKind.get(message.kind)
  if (!all) throw new RangeError(`choosePattern: expected a kind that ${subject.subject.id} has words for, found ${message.kind}`)
  if (!talk) return random.pick(all)
  const early = message.at < talk.planned.turnsAt ? all.filter(({ looksBack }) => !looksBack) : all
  const fitting = early.length > 0 ? early : all
  let best = random.pick(fitting)
  for (let i = 0; i < 2; i++) {
    const other = random.pick(fitting)
    if ((talk.used.get(other) ?? 0) < (talk.used.get(best) ?? 0)) best = other
  }
  talk.used.set(best, (talk.used.get(best) ?? 0) + 1)
  return best
}

/** First resident number of each buurt: residents are numbered through the town. */
function firstResidents(town: Town): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  let count = 0
  for (const { code, inhabitants } of town.buurten) {
    first.set(code, count)
    count += inhabitants
  }
  return first
}

/** Who says it. In an incident some speak again; in daily talk a few residents speak most. */
function drawResident(
  place: Place,
  channel: string,
  talk: Conversation | null,
  first: ReadonlyMap<string, number>,
  random: Random,
): number {
  const { code, inhabitants } = place.buurt
  if (!talk) return first.get(code)! + Math.floor(inhabitants * random.next() * random.next())
  if (talk.voices.length > 2 && random.chance(SHARE_OF_REPEATED_VOICES)) {
    const again = random.pick(talk.voices)
    if (again.channel === channel) return again.resident
  }
  const resident = first.get(code)! + random.int(inhabitants)
  talk.voices.push({ resident, channel })
  return resident
}

function authorOf(kind: MessageKind, resident: number, random: Random): string | undefined {
  if (kind === 'article') return undefined
  if (kind === 'melding') return random.chance(0.5) ? `account-${resident}` : undefined
  if (kind === 'contact') return random.chance(0.7) ? `klant-${resident}` : undefined
  return kind === 'mail' ? `${handleOf(resident)}@example.nl` : handleOf(resident)
}

/** Someone shares an earlier post: the same words, now and then with a word before it or a slip in it. */
function repostOf(inlet: Inlet, talk: Conversation, random: Random): Conversation['posts'][number] | null {
  if (!inlet.social || talk.posts.length < 2 || !random.chance(SHARE_OF_REPOSTS)) return null
  const post = random.pick(talk.posts)
  const shapes = [post.text, `Gedeeld: ${post.text}`, `${post.text} ‼️`, mistype(post.text, random)]
  return { ...post, text: random.pick(shapes) }
}

function reachOf(kind: MessageKind, random: Random): number | undefined {
  if (kind === 'article') return 800 + random.int(9_000)
  return kind === 'post' || kind === 'comment' ? Math.floor(3 / (1 - random.next() * 0.998)) : undefined
}

const isClosed = (day: number) => weekdayOf(day) === 0 || weekdayOf(day) === 6 || isHoliday(day)

/** When the municipality closes a melding, in office hours; null for the few that stay open. */
function closingOf(category: string, at: number, talk: Conversation | null, random: Random): number | null {
  const planned = talk?.planned.closesAt ?? null
  if (planned !== null) return Math.max(planned, at + HOUR_MS)
  if (random.chance(0.07)) return null
  const days = (HANDLING_DAYS.get(category) ?? 5) * (0.1 + 0.9 * -Math.log(1 - random.next() * 0.94))
  let day = dayOf(at + days * DAY_MS)
  while (isClosed(day)) day++
  return Math.max(atLocal(day, Math.floor(random.between(8.5, 16.5) * HOUR_MS)), at + HOUR_MS)
}

export type MessageWriter = (
  subject: CompiledSubject,
  message: PlannedMessage,
  talk: Conversation | null,
  random: Random,
) => { told: SimulatedMessage; closesAt: number | null }

/** Turns plans into messages. References count through each day, so plans must be written in the order of their moments. */
export function createMessageWriter(town: Town): MessageWriter {
  const first = firstResidents(town)
  let today = Number.NaN
  let count = 0
  const reference = (inlet: Inlet, at: number) => {
    const day = dayOf(at)
    if (day !== today) [today, count] = [day, 0]
    return `${inlet.prefix}-${compactDate(day)}-${String(++count).padStart(5, '0')}`
  }
  return (subject, message, talk, random) => {
    const { kind, at, place } = message
    const inlet = drawInlet(kind, hourOf(at), random)
    const externalId = reference(inlet, at)
    const resident = drawResident(place, inlet.channel, talk, first, random)
    const location = locationOf(kind, place, town, random)
    const shared = talk ? repostOf(inlet, talk, random) : null
    const pattern = choosePattern(subject, message, talk, random)
    const truth: Truth = shared?.message ?? {
      subject: subject.subject.id,
      incident: talk?.planned.incident.id ?? null,
      mood: pattern.pattern.mood,
      traits: pattern.pattern.traits,
      areaCode: areaTold(pattern, place, location, town),
    }
    const text = shared?.text ?? fillPattern(pattern, place, town.name, at, SLIPS[kind], random)
    const raw: RawMessage = { externalId, kind, channel: inlet.channel, createdAt: new Date(at).toISOString(), text }
    const author = authorOf(kind, resident, random)
    if (author !== undefined) raw.author = author
    if (location && !shared) raw.location = location
    const reach = reachOf(kind, random)
    if (reach !== undefined) raw.reach = reach
    if (kind === 'article') raw.url = `https://nieuws.example.nl/${externalId}`
    if (kind === 'melding') raw.category = random.chance(0.94) ? { ...subject.subject.category } : { main: 'overig', sub: 'overig' }
    if (talk && inlet.social) {
      const parent = kind === 'comment' ? talk.posts.findLast(({ channel }) => channel === inlet.channel) : undefined
      if (parent) raw.inReplyTo = parent.externalId
      if (kind === 'post') talk.posts.push({ externalId, channel: inlet.channel, message: truth, text })
      if (talk.posts.length > REMEMBERED_POSTS) talk.posts.shift()
    }
    const { main, sub } = subject.subject.category
    const closesAt = kind === 'melding' ? closingOf(`${main}/${sub}`, at, talk, random) : null
    return { told: { raw, source: inlet.source, truth, toldAt: new Date(at) }, closesAt }
  }
}

/** The same melding, told again because the municipality closed it. */
export function closed(told: SimulatedMessage, closesAt: number, random: Random): SimulatedMessage {
  const updatedAt = new Date(closesAt + random.int(10 * MINUTE_MS))
  const raw: RawMessage = { ...told.raw, closedAt: new Date(closesAt).toISOString(), updatedAt: updatedAt.toISOString() }
  return { ...told, raw, toldAt: updatedAt }
}
