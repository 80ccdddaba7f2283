import { DEFAULT_TAXONOMY, type MessageKind } from '@rumoer/contracts'
import { byCuesAlone, CATEGORY_FLOOR, categoryRule, createCategoryRules } from './categorise.ts'
import { visitText, visitWord } from './learned/features.ts'
import type { HeadName } from './learned/heads.ts'
import { aimByRules, aimRule } from './read-aim.ts'
import { avoidableRule } from './read-avoidable.ts'
import { facetRule } from './read-facets.ts'
import { readQuestion } from './read-question.ts'
import { roleRule } from './read-roles.ts'
import { sentimentRule, sumSentiment } from './sentiment.ts'
import { sentimentHits } from './sentiment-hits.ts'
import { viewText } from './text-view.ts'

export { NOTHING as NOT_AIMED } from './read-aim.ts'
export { NO_REASON } from './read-avoidable.ts'

const categoryRules = createCategoryRules(DEFAULT_TAXONOMY)

/** What the learned scorers see of a text: its features (one that two of its words have stands there twice), and what the rules give each class. */
export type TrainingRow = { keys: readonly number[]; rules: Readonly<Record<HeadName, (className: string) => number>> }

/**
 * Looks at a labelled text as the reader will, for the script that trains the scorers. The category that the facets' rules are told is that of
 * the cues alone: the scorer that guesses better is not trained yet.
 * @example trainingRow('De boom is om', 'post', 'nl').keys.length > 0 // true
 */
export function trainingRow(text: string, kind: MessageKind | null, language: string): TrainingRow {
  const view = viewText(text, language)
  const hits = sentimentHits(view)
  const sentiment = sumSentiment(hits)
  const cues = categoryRules(view)
  const guess = byCuesAlone(cues)
  const isSure = guess !== null && guess.confidence >= CATEGORY_FLOOR
  const about = {
    kind: kind ?? undefined,
    mainCategory: isSure ? guess.main : 'unknown',
    categoryConfidence: guess?.confidence ?? 0,
  }
  const { towards } = aimByRules({ view, hits, expressed: sentiment, ...about })
  const question = readQuestion(view).question !== null
  const textKeys = new Set<number>()
  visitText(view, kind, cues.scores, (key) => textKeys.add(key))
  const wordKeys = [...new Set(view.words.filter(({ stem }) => stem !== ''))].flatMap((word) => {
    const own = new Set<number>()
    visitWord(word, (key) => own.add(key))
    return [...own]
  })
  return {
    keys: [...wordKeys, ...textKeys],
    rules: {
      sentiment: sentimentRule(hits),
      feeling: sentimentRule(hits),
      towards: aimRule(towards),
      category: categoryRule(cues),
      facets: facetRule({ view, sentiment, aimed: towards, hasPlace: false, question, ...about }),
      roles: roleRule(view),
      avoidable: avoidableRule(view, kind ?? undefined),
    },
  }
}
