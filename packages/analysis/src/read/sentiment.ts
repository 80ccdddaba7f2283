import type { Sentiment, SentimentLabel } from '@rumoer/contracts'
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
