declare module 'natural/lib/natural/sentiment/SentimentAnalyzer.js' {
  export default class SentimentAnalyzer {
    constructor(language: string, stemmer: null, vocabulary: string)
    getSentiment(words: readonly string[]): number
  }
}
declare module 'natural/lib/natural/sentiment/Dutch/pattern-sentiment-nl.json' {
  const words: Readonly<Record<string, { polarity: string }>>
  export default words
}
