import type { MessageKind, Sentiment } from '@rumoer/contracts'
import { softmax } from '../maths/softmax.ts'
import { isLearnedLanguage, type Learned } from './learned/heads.ts'
import { sentimentOfChances, sumSentiment } from './sentiment.ts'
import type { SentimentHit } from './sentiment-hits.ts'
import { type Evidence, evidenceOf, type TextView } from './text-view.ts'

const DIRECT_KINDS: ReadonlySet<MessageKind> = new Set(['melding', 'contact', 'mail'])
const SURE_CATEGORY = 0.5
const INDIRECT = 0.9

const LABEL = 'towards-municipality'
const NEUTRAL_POINT = 0.5

type AimContext = {
  view: TextView
  hits: readonly SentimentHit[]
  expressed: Sentiment
  kind: MessageKind | undefined
  mainCategory: string
  categoryConfidence: number
}

/** Not aimed at the municipality, to the learned scorer. */
export const NOTHING = 'nothing'

/**
 * The aim by rules alone: the sentiment of the sentences with a municipal cue, or of the whole text when those sentences carry no feeling, when the message was
 * sent to the municipality, or when its category is sure. Null when nothing in it is about the municipality.
 */
export function aimByRules(input: AimContext): { towards: Sentiment | null; evidence: Evidence[] } {
  const { view, hits, expressed, kind, mainCategory, categoryConfidence } = input
  const cues = view.cues.municipal
  const evidence = cues.map((cue) => evidenceOf(view, LABEL, cue.first, cue.last))
  if (cues.length > 0) {
    const sentences = new Set(cues.map((cue) => view.map.sentenceOf[cue.first]!))
    const aimed = hits.filter((hit) => sentences.has(view.map.sentenceOf[hit.first]!))
    return { towards: aimed.length > 0 ? sumSentiment(aimed) : expressed, evidence }
  }
  const sentHere = kind !== undefined && DIRECT_KINDS.has(kind) && view.tokens.length > 0
  if (!sentHere && !(mainCategory !== 'unknown' && categoryConfidence >= SURE_CATEGORY && view.tokens.length > 0))
    return { towards: null, evidence: [] }
  return {
    towards: { ...expressed, confidence: Math.round(expressed.confidence * INDIRECT * 1000) / 1000 },
    evidence: [{ label: LABEL, span: null, words: [] }],
  }
}

/** What the rules give the learned scorer: a point for nothing, or how much feeling of which kind is aimed. */
export function aimRule(towards: Sentiment | null): (label: string) => number {
  const given: Readonly<Record<string, number>> = towards
    ? {
        negative: Math.max(0, -towards.score),
        positive: Math.max(0, towards.score),
        neutral: towards.label === 'neutral' ? NEUTRAL_POINT : 0,
      }
    : { [NOTHING]: 1 }
  return (label) => given[label] ?? 0
}

/**
 * The sentiment aimed at the municipality and its public space, null when the text is not about them: of a Dutch or English text by rules (see `aimByRules`) and a learned
 * scorer together. `score` is P(positive) − P(negative) among what is aimed, confidence the label's chance. Other languages go by rules alone.
 * Source: own rules stacked under logistic regression; measured in the README.
 * @example readAim({ view, hits: [], expressed: sumSentiment([]), kind: 'post', mainCategory: 'unknown', categoryConfidence: 0, learned: askLearned(view, 'post') }).towards // of 'Lekker weer': null
 */
export function readAim(input: AimContext & { learned: Learned }): { towards: Sentiment | null; evidence: Evidence[] } {
  const byRules = aimByRules(input)
  if (!isLearnedLanguage(input.view.language) || input.view.tokens.length === 0) return byRules
  const [negative = 0, neutral = 0, positive = 0, nothing = 0] = softmax(input.learned.logits('towards', aimRule(byRules.towards)))
  if (nothing >= negative + neutral + positive) return { towards: null, evidence: [] }
  return {
    towards: sentimentOfChances(negative, neutral, positive),
    evidence: byRules.evidence.length > 0 ? byRules.evidence : [{ label: LABEL, span: null, words: [] }],
  }
}
