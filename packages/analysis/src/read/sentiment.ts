import type { Sentiment, SentimentLabel } from '@rumoer/contracts'
import { softmax } from '../maths/softmax.ts'
import type { Learned } from './learned/heads.ts'
import type { SentimentHit } from './sentiment-hits.ts'

const NEGATIVE_BIAS = 0.05
/** Inside this band the label is neutral. */
export const NEUTRAL_BAND = 0.12
const STEEPNESS = 3

const round = (value: number) => Math.round(value * 1000) / 1000

function labelOf(score: number): SentimentLabel {
  if (Math.abs(score) < NEUTRAL_BAND) return 'neutral'
  return score < 0 ? 'negative' : 'positive'
}

function confidenceOf(score: number, label: SentimentLabel, hits: number): number {
  if (label === 'neutral') return hits === 0 ? 0.6 : 0.5
  return 1 / (1 + Math.exp(-STEEPNESS * Math.abs(score)))
}

/**
 * Sums hits to one sentiment: Σ (weight − 0.05) / √(hits + 1), cut to −1…1. No hits give score 0, neutral. The sign is the best
 * two-way guess even where the label is neutral (|score| < 0.12). Confidence is a logistic curve of |score|, not yet calibrated.
 * Source: `docs/analysis.md` 3.5.
 * @example sumSentiment([{ weight: 0.8, first: 0, last: 0 }]).label // 'positive'
 */
export function sumSentiment(hits: readonly SentimentHit[]): Sentiment {
  const total = hits.reduce((sum, hit) => sum + hit.weight - NEGATIVE_BIAS, 0)
  const raw = total / Math.sqrt(hits.length + 1)
  const score = round(Math.max(-1, Math.min(1, raw))) || (raw < 0 ? -0.001 : hits.length > 0 ? 0.001 : 0)
  const label = labelOf(score)
  return { score, label, confidence: round(confidenceOf(score, label, hits.length)) }
}

/** What the rules give the learned scorer: how much feeling there is on either side, and how much speaks for none. */
export function sentimentRule(hits: readonly SentimentHit[]): (label: string) => number {
  const spread = Math.sqrt(hits.length + 1)
  const sum = (sign: 1 | -1) => hits.reduce((total, { weight }) => total + Math.max(0, sign * weight), 0) / spread
  const given: Readonly<Record<string, number>> = { negative: sum(-1), neutral: hits.length === 0 ? 0.65 : 0.25, positive: sum(1) }
  return (label) => given[label] ?? 0
}

/**
 * The polarity that a Dutch or English text expresses: the rules' feeling on either side, weighed by learned scorers together with the words themselves. Two
 * scorers speak, as far as the text is theirs: one for what is a municipality's business, and one that keeps nearer to the rules for anything
 * else (`foreign`, the chance of that). `score` is P(positive) − P(negative), its sign the better of the two; 0 only for a text of which nothing is
 * known. Confidence is the label's chance. Source: stacking (Wolpert 1992) of `sentimentHits` and logistic regression; measured in the README.
 * @example weighSentiment([], askLearned(viewText('', 'nl'), null), 0).label // 'neutral'
 */
export function weighSentiment(hits: readonly SentimentHit[], learned: Learned, foreign: number): Sentiment {
  if (hits.length === 0 && !learned.isKnown) return sumSentiment([])
  const rule = sentimentRule(hits)
  const ours = softmax(learned.logits('sentiment', rule))
  const any = softmax(learned.logits('feeling', rule))
  const [negative = 0, neutral = 0, positive = 0] = ours.map((chance, at) => (1 - foreign) * chance + foreign * any[at]!)
  return sentimentOfChances(negative, neutral, positive)
}

/**
 * The likeliest label with its chance as confidence; score P(positive) − P(negative), never 0.
 * @example sentimentOfChances(0.2, 0.1, 0.7) // { score: 0.5, label: 'positive', confidence: 0.7 }
 */
export function sentimentOfChances(negative: number, neutral: number, positive: number): Sentiment {
  const label = neutral >= negative && neutral >= positive ? 'neutral' : negative > positive ? 'negative' : 'positive'
  const score = round(positive - negative) || (positive < negative ? -0.001 : 0.001)
  return { score, label, confidence: round(Math.max(negative, neutral, positive)) }
}
