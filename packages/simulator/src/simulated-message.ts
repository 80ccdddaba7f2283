import type { RawMessage } from '@rumoer/contracts'
import type { Mood, Trait } from './subject.ts'

/** What is known of one simulated message, to measure a reader and a clusterer against. */
export type Truth = {
  readonly subject: string
  /** Incident that it belongs to; null for an unrelated message. */
  readonly incident: string | null
  readonly mood: Mood
  readonly traits: readonly Trait[]
  /** Smallest area that the message itself tells of, by coordinates, code or words; null when it tells of none. */
  readonly areaCode: string | null
}
export type SimulatedMessage = {
  readonly raw: RawMessage
  /** Name of one of `SIMULATED_SOURCES`. */
  readonly source: string
  readonly truth: Truth
  /** When the source tells it: `createdAt`, or for a revision (a melding that was closed) `updatedAt`. */
  readonly toldAt: Date
}
