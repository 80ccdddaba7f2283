import type { Taxonomy } from '@rumoer/contracts'
import { tokenise } from '../language/tokens.ts'
import { isConcept, type MessageTerms } from './message-terms.ts'
import { HOUR_MS, type OpenIssue } from './open-issue.ts'
import { reachOf } from './reach.ts'
import { phraseOfCategory, phraseOfConcept } from './subject-phrase.ts'
import { isTitleBreak } from './title-breaks.ts'
import { phraseScore, titlePhrase } from './title-phrase.ts'
import type { Vocabulary } from './vocabulary.ts'

const LONGEST_TITLE = 60
const LINE_HOURS = 48
const KEYWORDS = 6
const TITLE_KEYWORDS = 2
/** Signalen's category for what fits no other: its name says nothing. */
const CATCH_ALL = 'overig'
/** A new phrase must be so much better before the title changes. */
const CLEARLY_BETTER = 1.35
/** A phrase that less than this share of the messages supports gives way to the words that tell most. */
const LEAST_SUPPORT = 0.3
/** The same where a category can name the issue well. */
const LEAST_BESIDE_CATEGORY = 0.6
const LEAST_CONCEPT = 0.3
const EARLY_MESSAGES = 6

export type Names = { taxonomy: Taxonomy; areaName: (code: string) => string | null }
export type IssueDescription = {
  title: string
  keywords: readonly string[]
  category: { main: string; sub: string }
  /** Messages per hour, 48 hours, oldest first; the last ends at `lineEndsAt`. */
  line: readonly number[]
  lineEndsAt: number
  firstAt: number
  lastAt: number
}

/** What people see of an issue. `nowMs` only chooses the hours of the line. */
export function describeIssue(issue: OpenIssue, nowMs: number, names: Names, vocabulary: Vocabulary): IssueDescription {
  const lastHour = Math.floor(nowMs / HOUR_MS)
  return {
    title: titleOf(issue, names, vocabulary),
    keywords: keywordsOf(issue, vocabulary),
    category: issue.category,
    line: Array.from({ length: LINE_HOURS }, (_, at) => issue.hours.get(lastHour - LINE_HOURS + 1 + at) ?? 0),
    lineEndsAt: (lastHour + 1) * HOUR_MS,
    firstAt: issue.firstAt,
    lastAt: issue.lastAt,
  }
}

/** Lets a new message offer the issue a better phrase: for each of the first messages, then ever more rarely. */
export function offerPhrase(issue: OpenIssue, text: string, message: MessageTerms, vocabulary: Vocabulary, names: Names): void {
  const { messages } = issue
  if (message.tokens.length === 0 || (messages > EARLY_MESSAGES && (messages & (messages - 1)) !== 0)) return
  const support = supportOf(issue, vocabulary)
  const offered = titlePhrase(text, message.tokens, message.language, support, placeWordsOf(issue, names))
  if (offered === null) return
  const present = issue.phrase === '' ? 0 : phraseScore(tokenise(issue.phrase), message.language, support)
  if (present === 0 || phraseScore(tokenise(offered), message.language, support) > CLEARLY_BETTER * present) issue.phrase = offered
}

/** Share of the messages that hold a term, times its weight beside that of a term never seen. */
function supportOf(issue: OpenIssue, vocabulary: Vocabulary): (term: string) => number {
  const rarest = Math.sqrt(vocabulary.weightOfNew())
  return (text) => {
    const term = vocabulary.find(text)
    const entry = term && issue.terms.get(term)
    return entry ? (entry.n / issue.messages) * Math.min(1, Math.sqrt(vocabulary.weight(term)) / rarest) : 0
  }
}

/** What and where: people's own words where most of them use these, else the name of the kind, else the concept, else the words that tell most. */
function titleOf(issue: OpenIssue, names: Names, vocabulary: Vocabulary): string {
  const area = Number.isFinite(reachOf(issue.category.sub).radiusM) ? mainArea(issue, names) : null
  const head = subjectOf(issue, names, vocabulary)
  if (area === null || head.toLowerCase().includes(area.toLowerCase())) return shortened(head, LONGEST_TITLE)
  const placed = `${head}, ${area}`
  return placed.length <= LONGEST_TITLE ? placed : shortened(head, LONGEST_TITLE)
}

function subjectOf(issue: OpenIssue, names: Names, vocabulary: Vocabulary): string {
  const tokens = tokenise(issue.phrase)
  const isRich = tokens.filter((token) => token.kind === 'word').length > 1
  const category = isShared(issue) ? categoryName(issue.category, names.taxonomy) : null
  const least = category === null ? LEAST_SUPPORT : LEAST_BESIDE_CATEGORY
  const isSupported = isRich && (issue.messages < 3 || phraseScore(tokens, 'nl', supportOf(issue, vocabulary)) >= least)
  if (isSupported && (category === null || issue.messages > 2)) return issue.phrase
  return category ?? conceptTitle(issue) ?? (keywordTitle(issue, vocabulary) || issue.phrase || 'Overig bericht')
}

/** The concept that at least three in ten of the messages name: few say the thing itself again. */
function conceptTitle({ terms, messages }: OpenIssue): string | null {
  let best: { text: string; n: number } | null = null
  for (const { term, n } of terms.values())
    if (isConcept(term.text) && n >= LEAST_CONCEPT * messages && n > (best?.n ?? 0)) best = { text: term.text, n }
  return best && phraseOfConcept(best.text.slice(1))
}

/** Whether the category speaks for the issue: at least half of the messages have it. */
function isShared({ categories, category, messages }: OpenIssue): boolean {
  return (categories.get(`${category.main}/${category.sub}`) ?? 0) * 2 >= messages
}

/** `Over water en kraan`: the words that tell the issue apart, where nothing else says what it is about; empty without words. */
function keywordTitle(issue: OpenIssue, vocabulary: Vocabulary): string {
  const words = keywordsOf(issue, vocabulary)
    .filter((word) => !isTitleBreak(word))
    .slice(0, TITLE_KEYWORDS)
  return words.length === 0 ? '' : `Over ${words.join(' en ')}`
}

/** Cut at a word, with an ellipsis. */
function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).trimEnd()}…`
}

function mainArea(issue: OpenIssue, names: Names): string | null {
  let best: string | null = null
  let most = 0
  for (const [code, count] of issue.areas) {
    if (count > most && !code.startsWith('GM')) {
      best = code
      most = count
    }
  }
  return best === null ? null : names.areaName(best)
}

function placeWordsOf(issue: OpenIssue, names: Names): Set<string> {
  const words = new Set<string>()
  for (const code of issue.areas.keys()) for (const { lower } of tokenise(names.areaName(code) ?? '')) words.add(lower)
  return words
}

function categoryName({ main, sub }: { main: string; sub: string }, taxonomy: Taxonomy): string | null {
  if (main === 'unknown' || (main === CATCH_ALL && (sub === CATCH_ALL || sub === 'unknown'))) return null
  const phrase = phraseOfCategory(sub)
  if (phrase !== null) return phrase
  const group = taxonomy.categories.find(({ slug }) => slug === main)
  const name = group?.subcategories.find(({ slug }) => slug === sub)?.name ?? (sub === 'unknown' || sub === main ? group?.name : undefined)
  return name ?? readable(sub === 'unknown' ? main : sub)
}

/** A slug that the taxonomy does not have, made fit to read. */
function readable(slug: string): string {
  const words = slug.replace(/-/g, ' ').trim()
  return words === '' ? 'Overig' : words[0]!.toUpperCase() + words.slice(1)
}

function keywordsOf(issue: OpenIssue, vocabulary: Vocabulary): string[] {
  const best: { surface: string; text: string; weight: number }[] = []
  for (const { surface, term, n } of issue.terms.values()) {
    if (surface === '') continue
    const weight = n * Math.sqrt(vocabulary.weight(term))
    let at = best.length
    while (at > 0 && (best[at - 1]!.weight < weight || (best[at - 1]!.weight === weight && best[at - 1]!.text > term.text))) at -= 1
    if (at >= KEYWORDS || best.some((one, place) => place < at && one.surface === surface)) continue
    const again = best.findIndex((one) => one.surface === surface)
    if (again >= 0) best.splice(again, 1)
    best.splice(at, 0, { surface, text: term.text, weight })
    if (best.length > KEYWORDS) best.pop()
  }
  return best.map(({ surface }) => surface)
}
