import { largestCategory } from './grow-issue.ts'
import { emptyIssue, type OpenIssue, type Told } from './open-issue.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What is kept of an issue: lists only, because JSON stores may reorder the keys of objects. */
export type IssueMemory = {
  version: 1
  serial: number
  messages: number
  firstAt: number
  lastAt: number
  /** Term, messages that hold it, and the word as people wrote it where that differs. */
  terms: readonly (readonly [string, number] | readonly [string, number, string])[]
  areas: readonly (readonly [string, number])[]
  point: readonly [number, number, number, number]
  hours: readonly (readonly [number, number])[]
  categories: readonly (readonly [string, number])[]
  fingerprints: readonly string[]
  told: readonly Told[]
  newest: readonly string[]
  forbidden: readonly string[]
  apart: readonly string[]
  phrase: string
}

export function memoryOf(issue: OpenIssue): IssueMemory {
  const { point } = issue
  return {
    version: 1,
    serial: issue.serial,
    messages: issue.messages,
    firstAt: issue.firstAt,
    lastAt: issue.lastAt,
    terms: [...issue.terms.values()].map(({ term, n, surface }) =>
      surface === term.text ? ([term.text, n] as const) : ([term.text, n, surface] as const),
    ),
    areas: [...issue.areas],
    point: [point.n, point.lat, point.lon, point.squares],
    hours: [...issue.hours],
    categories: [...issue.categories],
    fingerprints: [...issue.fingerprints],
    told: [...issue.told],
    newest: [...issue.newest],
    forbidden: [...issue.forbidden],
    apart: [...issue.apart],
    phrase: issue.phrase,
  }
}

/** Brings an issue back and posts its terms. Throws when the state is not one of ours. */
export function recallIssue(id: string, state: unknown, vocabulary: Vocabulary): OpenIssue {
  if (!isMemory(state))
    throw new TypeError(`state of issue ${id}: ${JSON.stringify(state)?.slice(0, 40)}; expected an issue state of version 1`)
  const issue = emptyIssue(id, state.serial)
  issue.messages = state.messages
  issue.firstAt = state.firstAt
  issue.lastAt = state.lastAt
  for (const [code, count] of state.areas) issue.areas.set(code, count)
  const [n, lat, lon, squares] = state.point
  Object.assign(issue.point, { n, lat, lon, squares })
  for (const [hour, count] of state.hours) issue.hours.set(hour, count)
  for (const [category, count] of state.categories) issue.categories.set(category, count)
  issue.category = largestCategory(issue.categories)
  issue.fingerprints.push(...state.fingerprints)
  issue.told.push(...(state.told ?? []))
  issue.newest.push(...state.newest)
  issue.forbidden.push(...state.forbidden)
  issue.apart.push(...state.apart)
  issue.phrase = state.phrase
  vocabulary.addMessages(state.messages)
  for (const [text, count, surface] of state.terms) {
    const entry = { issue, term: vocabulary.intern(text), n: count, surface: surface ?? text }
    issue.terms.set(entry.term, entry)
    issue.squares += count * count
    vocabulary.post(entry)
  }
  return issue
}

function isMemory(state: unknown): state is IssueMemory {
  return (
    typeof state === 'object' &&
    state !== null &&
    'version' in state &&
    state.version === 1 &&
    'terms' in state &&
    Array.isArray(state.terms)
  )
}
