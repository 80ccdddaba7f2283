import type { Aspect, Sentiment } from '@rumoer/contracts'
import { softmax } from '../maths/softmax.ts'
import { isLearnedLanguage, type Learned } from './learned/heads.ts'
import type { Keyword } from './read-keywords.ts'
import { sentimentOfChances, sentimentRule } from './sentiment.ts'
import type { SentimentHit } from './sentiment-hits.ts'
import type { TextView } from './text-view.ts'

/** From this chance on a stretch praises or complains by itself. */
const LEAST_PRAISE = 0.5
const LEAST_COMPLAINT = 0.6
/** A stretch of fewer words says nothing by itself. */
const LEAST_WORDS = 2
/** Words that start a new side inside a sentence, beside those that turn it ("maar"). */
const CONTRASTS: ReadonlySet<string> = new Set(
  'terwijl hoewel ondanks helaas jammer wel echter toch although though while unfortunately'.split(' '),
)

type Stretch = { first: number; last: number }
type Side = Stretch & { label: Sentiment['label'] }

/** Stretches of tokens that may each have a feeling of their own: sentences, cut at words that turn and at commas. */
function stretchesOf(view: TextView): Stretch[] {
  const { tokens, map } = view
  const stretches: Stretch[] = []
  for (let at = 0; at < tokens.length; at++) {
    const isNew = at === 0 || map.breaks[at] !== 0 || turns(view, at)
    if (isNew) stretches.push({ first: at, last: at })
    else stretches.at(-1)!.last = at
  }
  return stretches
}

function feelingOf({ first, last }: Stretch, hits: readonly SentimentHit[], learned: Learned, foreign: number): Sentiment {
  const rule = sentimentRule(hits.filter((hit) => hit.first >= first && hit.first <= last))
  const ours = softmax(learned.logitsWithin('sentiment', first, last, rule))
  const any = softmax(learned.logitsWithin('feeling', first, last, rule))
  const [negative = 0, neutral = 0, positive = 0] = ours.map((chance, at) => (1 - foreign) * chance + foreign * any[at]!)
  return sentimentOfChances(negative, neutral, positive)
}

/** What a stretch says by itself; where it turns from a side of the other feeling, which of the two it is nearer to. */
function labelOf({ label, confidence, score }: Sentiment, turnsFrom: Sentiment['label'] | null): Sentiment['label'] {
  if ((label === 'positive' && confidence >= LEAST_PRAISE) || (label === 'negative' && confidence >= LEAST_COMPLAINT)) return label
  if (turnsFrom === 'positive' && score < 0) return 'negative'
  return turnsFrom === 'negative' && score > 0 ? 'positive' : 'neutral'
}

const turns = ({ tokens, words }: TextView, at: number) => words[at]!.isTurn || CONTRASTS.has(tokens[at]!.lower)

/** Stretches without feeling go with the one before them, or after it at the start; neighbours of one feeling are one side. */
function sidesOf(view: TextView, stretches: readonly Stretch[], feeling: (stretch: Stretch) => Sentiment): Side[] {
  const sides: Side[] = []
  for (const stretch of stretches) {
    const side = sides.at(-1)
    const isShort = stretch.last - stretch.first + 1 < LEAST_WORDS
    const label = isShort ? 'neutral' : labelOf(feeling(stretch), side && turns(view, stretch.first) ? side.label : null)
    if (!side || (label !== 'neutral' && side.label !== 'neutral' && label !== side.label)) sides.push({ ...stretch, label })
    else {
      side.last = stretch.last
      if (side.label === 'neutral') side.label = label
    }
  }
  return sides
}

/** What a side is about: the heaviest keyword of the message that stands in it. */
function aboutOf(view: TextView, side: Stretch, keywords: readonly Keyword[]): string {
  const words = view.tokens.slice(side.first, side.last + 1).map(({ lower }) => lower)
  return keywords.find(({ term }) => words.includes(term.split(' ')[0]!))?.term ?? ''
}

type AspectInput = {
  view: TextView
  hits: readonly SentimentHit[]
  learned: Learned
  /** The chance that the text is none of a municipality's business. */
  foreign: number
  keywords: readonly Keyword[]
}

/**
 * The sides of a message that praises one thing and complains of another, in order of the text: it is cut at sentences, commas and turning words ("maar"), each stretch is
 * heard by the scorers of sentiment as if it were the text, and neighbours of one feeling are put together. `[]` for a message of one mind, for empty text and for languages that the
 * scorers do not know. Source: aspect sentiment by clause, after Ding, Liu and Yu 2008; measured in the README.
 * @example readAspects({ view, hits, learned, foreign: 0, keywords: [] }).map(({ sentiment }) => sentiment.label) // of 'De balie was vriendelijk, maar de wachttijd was belachelijk.': ['positive', 'negative']
 */
export function readAspects({ view, hits, learned, foreign, keywords }: AspectInput): Aspect[] {
  if (!isLearnedLanguage(view.language) || !learned.isKnown) return []
  const stretches = stretchesOf(view)
  if (stretches.length < 2) return []
  const feeling = (stretch: Stretch) => feelingOf(stretch, hits, learned, foreign)
  const sides = sidesOf(view, stretches, feeling).filter(({ label }) => label !== 'neutral')
  if (!sides.some(({ label }) => label === 'positive') || !sides.some(({ label }) => label === 'negative')) return []
  return sides.map((side) => {
    const sentiment = feeling(side)
    return {
      about: aboutOf(view, side, keywords),
      span: [view.tokens[side.first]!.start, view.tokens[side.last]!.end],
      sentiment: { ...sentiment, label: side.label },
    }
  })
}
