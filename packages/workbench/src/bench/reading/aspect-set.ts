import { type Aspect, MESSAGE_KINDS } from '@rumoer/contracts'
import { z } from 'zod'
import { readEvaluation } from './read-evaluation.ts'

const side = z.strictObject({ text: z.string(), sentiment: z.enum(['negative', 'positive']), about: z.string() })
const mixed = z.strictObject({
  id: z.string(),
  channel: z.string(),
  kind: z.enum(MESSAGE_KINDS),
  text: z.string(),
  /** In order of the text; none for a message of one mind. */
  aspects: z.array(side),
})
export type Mixed = z.infer<typeof mixed>

/** Reads messages with the sides they have, if any; `report` ones are for reporting only. Throws where a line is not as it should be. */
export const aspectSet = (part: 'development' | 'report'): Promise<Mixed[]> => readEvaluation(`aspects-${part}.ndjson`, mixed)

/** Two stretches of a text are of one side when half of the shorter lies in the other. */
const SHARED = 0.5

/**
 * How well sides were found: of the messages that have some and those that were said to, and of the sides themselves. A side is found when one of the same feeling
 * shares half of its words; each counts once. No messages give zeros.
 */
export function judgeAspects(pairs: readonly { truth: Mixed; guess: readonly Aspect[] }[]): {
  mixedPrecision: number
  mixedRecall: number
  aspectPrecision: number
  aspectRecall: number
  aspectF1: number
} {
  let [mixedRight, mixedSaid, mixedHeld, right, said, held] = [0, 0, 0, 0, 0, 0]
  for (const { truth, guess } of pairs) {
    if (guess.length > 0) mixedSaid += 1
    if (truth.aspects.length > 0) mixedHeld += 1
    if (guess.length > 0 && truth.aspects.length > 0) mixedRight += 1
    said += guess.length
    held += truth.aspects.length
    right += foundIn(truth, guess)
  }
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
  return {
    mixedPrecision: share(mixedRight, mixedSaid),
    mixedRecall: share(mixedRight, mixedHeld),
    aspectPrecision: share(right, said),
    aspectRecall: share(right, held),
    aspectF1: share(2 * right, said + held),
  }
}

function foundIn({ text, aspects }: Mixed, guess: readonly Aspect[]): number {
  const left = new Set(aspects)
  for (const { span, sentiment } of guess) {
    const same = [...left].find((aspect) => {
      const start = text.indexOf(aspect.text)
      const shared = Math.min(start + aspect.text.length, span[1]) - Math.max(start, span[0])
      return aspect.sentiment === sentiment.label && shared >= SHARED * Math.min(aspect.text.length, span[1] - span[0])
    })
    if (same) left.delete(same)
  }
  return aspects.length - left.size
}
