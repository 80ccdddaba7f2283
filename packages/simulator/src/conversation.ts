import type { CompiledPattern } from './compile-pattern.ts'
import type { PlannedIncident, PlannedMessage } from './incident.ts'
import { mistype } from './mistype.ts'
import type { Random } from './random.ts'
import type { Truth } from './simulated-message.ts'
import type { Inlet } from './sources.ts'

export type RememberedPost = { readonly externalId: string; readonly channel: string; readonly truth: Truth; readonly text: string }

/** What an incident remembers while it is told: who spoke, what was posted, which words were used. */
export type Conversation = {
  readonly planned: PlannedIncident
  readonly random: Random
  readonly voices: { readonly resident: number; readonly channel: string }[]
  readonly posts: RememberedPost[]
  readonly used: Map<CompiledPattern, number>
}
export const startConversation = (planned: PlannedIncident, random: Random): Conversation => ({
  planned,
  random,
  voices: [],
  posts: [],
  used: new Map(),
})

const OPENING_SHARE = 0.04
const SHARE_OF_REPEATED_VOICES = 0.16
const SHARE_OF_REPOSTS = 0.07
const REMEMBERED_POSTS = 30

/** First it is told what is the matter; thanks and looking back come when it turns. What a subject has no words for is left to any. */
function fittingNow(all: readonly CompiledPattern[], message: PlannedMessage, { planned }: Conversation): readonly CompiledPattern[] {
  if (message.at >= planned.turnsAt) return all
  const early = all.filter(({ looksBack }) => !looksBack)
  const opening = planned.messages.indexOf(message) < Math.max(2, OPENING_SHARE * planned.messages.length)
  const telling = opening ? early.filter(({ pattern }) => pattern.traits.includes('melding') && !pattern.traits.includes('symptom')) : []
  const thankless = all.filter(({ pattern }) => !pattern.traits.includes('compliment'))
  return [telling, early, thankless, all].find((list) => list.length > 0)!
}

/** The least used of three patterns that fit the stage of the incident. */
export function nextPattern(all: readonly CompiledPattern[], message: PlannedMessage, talk: Conversation): CompiledPattern {
  const fitting = fittingNow(all, message, talk)
  const uses = (pattern: CompiledPattern) => talk.used.get(pattern) ?? 0
  const [first, second, third] = [talk.random.pick(fitting), talk.random.pick(fitting), talk.random.pick(fitting)]
  const lesser = uses(second) < uses(first) ? second : first
  const least = uses(third) < uses(lesser) ? third : lesser
  talk.used.set(least, uses(least) + 1)
  return least
}

/** Who speaks: now and then someone who spoke before on this channel, else `newcomer`, who is remembered. */
export function nextVoice(channel: string, newcomer: number, talk: Conversation): number {
  if (talk.voices.length > 2 && talk.random.chance(SHARE_OF_REPEATED_VOICES)) {
    const again = talk.random.pick(talk.voices)
    if (again.channel === channel) return again.resident
  }
  talk.voices.push({ resident: newcomer, channel })
  return newcomer
}

/** Someone shares an earlier post: the same words, now and then with a word before it or a slip in it. Null: says something new. */
export function repost(inlet: Inlet, talk: Conversation): RememberedPost | null {
  if (!inlet.social || talk.posts.length < 2 || !talk.random.chance(SHARE_OF_REPOSTS)) return null
  const post = talk.random.pick(talk.posts)
  const shapes = [post.text, `Gedeeld: ${post.text}`, `${post.text} ‼️`, mistype(post.text, talk.random)]
  return { ...post, text: talk.random.pick(shapes) }
}

export function remember(post: RememberedPost, talk: Conversation): void {
  talk.posts.push(post)
  if (talk.posts.length > REMEMBERED_POSTS) talk.posts.shift()
}

/** The latest post on this channel, to answer to. */
export const latestPost = (channel: string, talk: Conversation): RememberedPost | undefined =>
  talk.posts.findLast((post) => post.channel === channel)
