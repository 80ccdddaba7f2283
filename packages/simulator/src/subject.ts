import type { MessageKind } from '@rumoer/contracts'

/** How the writer feels about it; the truth against which sentiment is measured. */
export type Mood = 'negative' | 'neutral' | 'positive'

/** What else a pattern is, beside its subject; the truth against which facets are measured. */
export type Trait =
  | 'melding'
  | 'symptom'
  | 'engagement'
  | 'question'
  | 'complaint'
  | 'compliment'
  | 'suggestion'
  | 'urgent'
  | 'rumour'
  | 'sarcasm'
  | 'dialect'
  | 'slang'

/**
 * One hand-written Dutch message with open places.
 *
 * Slots: `{straat}` `{zijstraat}` `{buurt}` `{wijk}` `{plein}` `{park}` `{school}` `{winkel}` `{gemeente}` `{weekdag}` `{dagdeel}`
 * `{n}` (a number from 2 to 6) `{telefoon}` `{mail}` `{naam}`. All are filled with fictional values of the simulated town.
 */
export type Pattern = {
  readonly text: string
  readonly kinds: readonly MessageKind[]
  readonly mood: Mood
  readonly traits: readonly Trait[]
}

/** A kind of trouble (or praise) that a town talks about, with the ways in which its residents say so. */
export type Subject = {
  /** Stable kebab-case name, unique over all subjects. */
  readonly id: string
  /** Dutch name as a newsroom would title the issue, without a place. */
  readonly title: string
  /** Main and sub category slugs of Signalen's taxonomy. */
  readonly category: { readonly main: string; readonly sub: string }
  /** How far one incident of this subject reaches. */
  readonly reach: 'object' | 'nuisance' | 'smell' | 'town'
  /** Relative weight of ordinary, unrelated messages on this subject, 1 is usual. */
  readonly weight: number
  /** Relative rate for January … December, 1 is usual. */
  readonly season: readonly [number, number, number, number, number, number, number, number, number, number, number, number]
  /** When in the day it is told: office hours, evenings and nights, daytime, or weekends. */
  readonly rhythm: 'office' | 'evening' | 'day' | 'weekend'
  readonly patterns: readonly Pattern[]
}
