import type { Condition } from '@rumoer/contracts'
import { hypergeometricTail } from '../maths/hypergeometric-tail.ts'

/** Messages and negative ones among them, in the last 24 hours and in the days before. */
export type MoodCounts = { recent: { messages: number; negative: number }; before: { messages: number; negative: number } }
export type MoodTurn = { shareBefore: number; shareNow: number; pValue: number; conditions: Condition[]; sentence: string }

const LEAST_RECENT = 8
const LEAST_BEFORE = 8
/** A turn that nobody would notice is none, however sure. */
const LEAST_CHANGE = 0.25

/**
 * Whether talk about something has turned negative beyond chance: Fisher's exact test of the last 24 hours against the days before.
 *
 * `alpha` is the chance that is allowed for this one test: the stated one, divided by the number of tests. At least eight messages on either
 * side and a quarter more negative ones. Null when it has not turned.
 *
 * @example detectMoodTurn({ recent: { messages: 3, negative: 3 }, before: { messages: 9, negative: 0 } }, 0.01) // null
 *
 * Source: Fisher (1935), one-sided exact test of a 2 × 2 table.
 */
export function detectMoodTurn({ recent, before }: MoodCounts, alpha: number): MoodTurn | null {
  if (recent.messages < LEAST_RECENT || before.messages < LEAST_BEFORE) return null
  const shareBefore = before.negative / before.messages
  const shareNow = recent.negative / recent.messages
  const pValue = hypergeometricTail(recent.negative, {
    drawn: recent.messages,
    marked: recent.negative + before.negative,
    all: recent.messages + before.messages,
  })
  if (pValue > alpha || shareNow - shareBefore < LEAST_CHANGE) return null
  return {
    shareBefore,
    shareNow,
    pValue,
    conditions: conditionsOf(recent.messages, shareNow - shareBefore, pValue, alpha),
    sentence: sentenceOf(shareBefore, shareNow),
  }
}

const percent = (share: number) => `${Math.round(100 * share)}%`

const sentenceOf = (before: number, now: number): string =>
  `De stemming slaat om: ${percent(now)} van de berichten in de laatste 24 uur is negatief, daarvoor was dat ${percent(before)}.`

function conditionsOf(messages: number, change: number, pValue: number, alpha: number): Condition[] {
  return [
    { name: 'berichten', scope: 'issue', value: messages, operator: '>=', threshold: LEAST_RECENT, holds: true },
    { name: 'stijging van het aandeel negatief', scope: 'issue', value: change, operator: '>=', threshold: LEAST_CHANGE, holds: true },
    { name: 'kans op toeval', scope: 'issue', value: pValue, operator: '<=', threshold: alpha, holds: true },
  ]
}
