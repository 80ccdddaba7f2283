import type { createReader } from '@rumoer/analysis/read'
import type { Reading } from '@rumoer/contracts'
import type { Judged } from './municipal-set.ts'
import { accuracy, calibrationError, macroF1, microF1, type SetPair } from './scores.ts'

type Read = ReturnType<typeof createReader>
type Read1 = { judged: Judged; reading: Reading }

const buurten = (reading: Reading) => reading.areas.filter(({ level }) => level === 'buurt')

/** Reads every message as it came, without what people said of it. */
export const readAll = (read: Read, messages: readonly Judged[]): Read1[] =>
  messages.map((judged) => ({ judged, reading: read({ text: judged.text, kind: judged.kind, channel: judged.channel }) }))

const sets = (all: readonly Read1[], pick: (one: Read1) => SetPair<string>) => microF1(all.map(pick))

/** Every figure of one half. Messages in other languages than Dutch and English count for nothing but the language. */
export function figuresOf(every: readonly Read1[]): Record<string, number> {
  const all = every.filter(({ judged }) => judged.language === 'nl' || judged.language === 'en')
  const placed = all.filter(({ judged }) => judged.places.length > 0)
  const told = all.filter(({ reading }) => buurten(reading).length > 0)
  const known = all.filter(({ judged }) => judged.main !== 'unknown')
  const holds = ({ judged, reading }: Read1) => buurten(reading).some(({ code }) => judged.places.includes(code))
  return {
    messages: every.length,
    language: accuracy(every.map(({ judged, reading }) => ({ truth: judged.language, guess: reading.language }))),
    sentimentMacroF1: macroF1(all.map(({ judged, reading }) => ({ truth: judged.sentiment, guess: reading.sentiment.label }))),
    sentimentAccuracy: accuracy(all.map(({ judged, reading }) => ({ truth: judged.sentiment, guess: reading.sentiment.label }))),
    towardsMacroF1: macroF1(
      all.map(({ judged, reading }) => ({ truth: judged.towards ?? 'null', guess: reading.towardsMunicipality?.label ?? 'null' })),
    ),
    mainCategory: accuracy(known.map(({ judged, reading }) => ({ truth: judged.main, guess: reading.category.main }))),
    mainCategoryWithOffTopic: accuracy(all.map(({ judged, reading }) => ({ truth: judged.main, guess: reading.category.main }))),
    subCategory: accuracy(
      known.map(({ judged, reading }) => ({
        truth: `${judged.main}/${judged.sub}`,
        guess: `${reading.category.main}/${reading.category.sub}`,
      })),
    ),
    facetsMicroF1: sets(all, ({ judged, reading }) => ({ truth: judged.facets, guess: reading.facets.map(({ facet }) => facet) })),
    rolesMicroF1: sets(all, ({ judged, reading }) => ({ truth: judged.roles, guess: reading.roles.map(({ role }) => role) })),
    placeRight: placed.length === 0 ? 0 : placed.filter(holds).length / placed.length,
    placePrecision: told.length === 0 ? 0 : told.filter(holds).length / told.length,
    avoidableAccuracy: accuracy(
      all
        .filter(({ judged }) => judged.avoidable !== null)
        .map(({ judged, reading }) => ({ truth: judged.avoidable, guess: reading.avoidable?.reason ?? null })),
    ),
    sentimentCalibrationError: calibrationError(
      all.map(({ judged, reading }) => ({ confidence: reading.sentiment.confidence, right: reading.sentiment.label === judged.sentiment })),
    ),
    categoryCalibrationError: calibrationError(
      all
        .filter(({ reading }) => reading.category.main !== 'unknown')
        .map(({ judged, reading }) => ({ confidence: reading.category.confidence, right: reading.category.main === judged.main })),
    ),
    facetsCalibrationError: calibrationError(
      all.flatMap(({ judged, reading }) =>
        reading.facets.map(({ facet, confidence }) => ({ confidence, right: judged.facets.includes(facet) })),
      ),
    ),
  }
}
