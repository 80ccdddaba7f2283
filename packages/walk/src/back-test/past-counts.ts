import type { CountedWindow, FilteredCount, PastMessage, SpokenWords } from '@rumoer/store'

const HOUR_MS = 3_600_000
const WINDOWS_HOURS = [1, 6, 24, 168] as const
const LONGEST_MS = 168 * HOUR_MS
const DAY_MS = 24 * HOUR_MS

export type PastCount = FilteredCount & { messages: number; voices: number; channels: number; openMeldingen: number; lastAt: Date }

/** What the store would count of one issue at a moment of the past, from its messages in order of writing; null where nothing passes. */
export function countPast(messages: readonly PastMessage[], nowMs: number, passes: (message: PastMessage) => boolean): PastCount | null {
  const tallies = WINDOWS_HOURS.map((hours) => ({
    hours,
    messages: 0,
    voices: 0,
    channels: new Set<string>(),
    negative: 0,
    names: new Set<string>(),
  }))
  const mentions: SpokenWords[] = []
  let urgent = 0
  let openMeldingen = 0
  let lastAt: Date | null = null
  for (let at = messages.length - 1; at >= 0; at--) {
    const message = messages[at]!
    const ageMs = nowMs - message.at.getTime()
    if (ageMs < 0 || !passes(message)) continue
    lastAt ??= message.at
    if (message.melding && (message.melding.closedAt === null || message.melding.closedAt.getTime() > nowMs)) openMeldingen += 1
    if (ageMs >= LONGEST_MS) continue
    if (message.urgent && ageMs < DAY_MS) urgent += 1
    if (isMention(message) && ageMs < DAY_MS) mentions.push(toMention(message))
    for (const tally of tallies) if (ageMs < tally.hours * HOUR_MS) add(tally, message)
  }
  if (lastAt === null) return null
  const windows = tallies.map(
    ({ hours, messages: count, voices, channels, negative, names }): CountedWindow => ({
      hours,
      messages: count,
      voices: voices + names.size,
      channels: channels.size,
      negative,
    }),
  )
  const [week, day] = [windows[3]!, windows[2]!]
  const { messages: count, voices, channels } = week
  const urgentShare = day.messages > 0 ? urgent / day.messages : 0
  return { windows, urgentShare, mentions: mentions.reverse(), messages: count, voices, channels, openMeldingen, lastAt }
}

const isMention = ({ countsAsVoice, urgent, isRumour }: PastMessage) => countsAsVoice && (urgent || isRumour)
const toMention = ({ at, voice, urgentWords, rumourWords }: PastMessage): SpokenWords => ({ at, voice, urgentWords, rumourWords })

type Tally = { messages: number; voices: number; channels: Set<string>; negative: number; names: Set<string> }

/** A message without author is one voice; articles and reposts are none. */
function add(tally: Tally, { channel, voice, countsAsVoice, negative }: PastMessage): void {
  tally.messages += 1
  tally.channels.add(channel)
  if (negative) tally.negative += 1
  if (!countsAsVoice) return
  if (voice === null) tally.voices += 1
  else tally.names.add(voice)
}
