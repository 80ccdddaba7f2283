import pattern from 'natural/lib/natural/sentiment/Dutch/pattern-sentiment-nl.json' with { type: 'json' }
import SentimentAnalyzer from 'natural/lib/natural/sentiment/SentimentAnalyzer.js'

/** Gives the polarity of a text: below zero negative, above zero positive, 0 for nothing found. */
export type Peer = { name: string; score: (text: string) => number }

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const analyzer = new SentimentAnalyzer('Dutch', null, 'pattern')

/** natural's own analyser with its Dutch vocabulary, fed with Unicode words: its own tokeniser breaks on diacritics. */
export const naturalPeer: Peer = {
  name: "natural's SentimentAnalyzer",
  score: (text) => {
    const score = analyzer.getSentiment(wordsOf(text))
    return Number.isNaN(score) ? 0 : score
  },
}

/** The plain sum of pattern's Dutch polarity lexicon. */
export const patternPeer: Peer = {
  name: "pattern's lexicon, summed",
  score: (text) => wordsOf(text).reduce((sum, word) => sum + (Object.hasOwn(pattern, word) ? Number(pattern[word]!.polarity) : 0), 0),
}
