import type { MessageKind, RawMessage } from '@rumoer/contracts'
import { compactDate, dayOf, hourOf } from './amsterdam.ts'
import type { CompiledPattern, CompiledSubject } from './compile-pattern.ts'
import { type Conversation, latestPost, nextPattern, nextVoice, type RememberedPost, remember, repost } from './conversation.ts'
import { fillPattern, type Place } from './fill-pattern.ts'
import type { PlannedMessage } from './incident.ts'
import { handleOf } from './people.ts'
import type { Random } from './random.ts'
import type { SimulatedMessage, Truth } from './simulated-message.ts'
import { drawInlet, type Inlet } from './sources.ts'
import { KM_PER_DEGREE_LAT, KM_PER_DEGREE_LON, type Street, type Town } from './town.ts'

const SLIPS: Readonly<Record<MessageKind, number>> = { post: 0.3, comment: 0.36, melding: 0.12, contact: 0.06, mail: 0.05, article: 0 }
const METRES_BESIDE_STREET = 12

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

function choosePattern(subject: CompiledSubject, message: PlannedMessage, talk: Conversation | null, random: Random): CompiledPattern {
  const all = subject.byKind.get(message.kind)
  if (!all) throw new RangeError(`choosePattern: expected a kind that ${subject.subject.id} has words for, found ${message.kind}`)
  return talk ? nextPattern(all, message, talk) : random.pick(all)
}

/** Who may say it, out of the residents of the buurt, numbered through the town. In daily talk a few residents speak most. */
function createResidents(town: Town): (place: Place, daily: boolean, random: Random) => number {
  const first = new Map<string, number>()
  let count = 0
  for (const { code, inhabitants } of town.buurten) {
    first.set(code, count)
    count += inhabitants
  }
  return ({ buurt }, daily, random) => first.get(buurt.code)! + Math.floor(buurt.inhabitants * random.next() * (daily ? random.next() : 1))
}

function authorOf(kind: MessageKind, resident: number, random: Random): string | undefined {
  if (kind === 'article') return undefined
  if (kind === 'melding') return random.chance(0.5) ? `account-${resident}` : undefined
  if (kind === 'contact') return random.chance(0.7) ? `klant-${resident}` : undefined
  return kind === 'mail' ? `${handleOf(resident)}@example.nl` : handleOf(resident)
}

function reachOf(kind: MessageKind, random: Random): number | undefined {
  if (kind === 'article') return 800 + random.int(9_000)
  return kind === 'post' || kind === 'comment' ? Math.floor(3 / (1 - random.next() * 0.998)) : undefined
}

/** References such as `LH-20261124-00012`, counting through each day. */
function createReferences(): (inlet: Inlet, at: number) => string {
  let today = Number.NaN
  let count = 0
  return (inlet, at) => {
    const day = dayOf(at)
    if (day !== today) [today, count] = [day, 0]
    return `${inlet.prefix}-${compactDate(day)}-${String(++count).padStart(5, '0')}`
  }
}

type Words = { readonly text: string; readonly truth: Truth; readonly location: RawMessage['location'] }

function wordsOf(subject: CompiledSubject, message: PlannedMessage, talk: Conversation | null, town: Town, random: Random): Words {
  const { kind, at, place } = message
  const location = locationOf(kind, place, town, random)
  const pattern = choosePattern(subject, message, talk, random)
  const truth: Truth = {
    subject: subject.subject.id,
    incident: talk?.planned.incident.id ?? null,
    mood: pattern.pattern.mood,
    traits: pattern.pattern.traits,
    areaCode: areaTold(pattern, place, location, town),
  }
  return { text: fillPattern(pattern, place, town.name, at, SLIPS[kind], random), truth, location }
}

/** Ties a social message to what was said before it, and keeps a new post for those after it. A repost is not a post of its own. */
function join(raw: RawMessage, truth: Truth, shared: RememberedPost | null, talk: Conversation): void {
  const parent = raw.kind === 'comment' && !shared ? latestPost(raw.channel, talk) : undefined
  if (parent) raw.inReplyTo = parent.externalId
  if (raw.kind === 'post' && !shared && !raw.location)
    remember({ externalId: raw.externalId, channel: raw.channel, truth, text: raw.text }, talk)
}

export type MessageWriter = (
  subject: CompiledSubject,
  message: PlannedMessage,
  talk: Conversation | null,
  random: Random,
) => SimulatedMessage

/** Turns plans into messages. References count through each day, so plans are written in the order of their moments. */
export function createMessageWriter(town: Town): MessageWriter {
  const referenceOf = createReferences()
  const drawResident = createResidents(town)
  return (subject, message, talk, random) => {
    const { kind, at, place } = message
    const inlet = drawInlet(kind, hourOf(at), random)
    const resident = drawResident(place, talk === null, random)
    const author = authorOf(kind, talk ? nextVoice(inlet.channel, resident, talk) : resident, random)
    const shared = talk ? repost(inlet, talk) : null
    const { text, truth, location } = shared ? { ...shared, location: undefined } : wordsOf(subject, message, talk, town, random)
    const reach = reachOf(kind, random)
    const externalId = referenceOf(inlet, at)
    const raw: RawMessage = { externalId, kind, channel: inlet.channel, createdAt: new Date(at).toISOString(), text }
    if (author !== undefined) raw.author = author
    if (location) raw.location = location
    if (reach !== undefined) raw.reach = reach
    if (kind === 'article') raw.url = `https://nieuws.example.nl/${externalId}`
    if (kind === 'melding') raw.category = random.chance(0.94) ? { ...subject.subject.category } : { main: 'overig', sub: 'overig' }
    if (talk && inlet.social) join(raw, truth, shared, talk)
    return { raw, source: inlet.source, truth, toldAt: new Date(at) }
  }
}
