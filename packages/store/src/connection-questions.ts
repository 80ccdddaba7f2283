import type { Backfill } from '@rumoer/contracts'
import type { SourceRow } from './source-questions.ts'

/** What an administrator filled in for a connector, without its secrets. */
export type Settings = Readonly<Record<string, unknown>>

/** A source that fetches for itself. */
export type Connection = {
  settings: Settings
  /** Sealed by who knows the installation's secret; the store cannot open it. */
  sealedSecrets: Buffer | null
  cursor: unknown
  backfill: BackfillJob | null
  failures: number
  nextAt: Date
  caughtUpAt: Date | null
}
/** A back-fill with the place it has got to. */
export type BackfillJob = Backfill & { cursor: unknown }
/** A source that this process may fetch until its lease ends. */
export type ClaimedSource = { source: SourceRow; connection: Connection }

export type Progress = {
  cursor?: unknown
  backfill?: BackfillJob
  /** Messages of this page that were not as expected. */
  rejected: number
  /** Set when everything that the source had at this moment is in. */
  caughtUpAt?: Date
}

/**
 * Sources that fetch for themselves. A lease, on the clock of the database, lets one process at a time fetch a source; whoever lost it is told
 * at its next step, and what it had taken in meanwhile is met again as duplicates.
 */
export type ConnectionQuestions = {
  byId(municipalityId: number, sourceId: string): Promise<Connection | null>
  /** New settings start from the beginning; secrets that are not given stay. Due at once. False for a source that has no connection. */
  change(
    municipalityId: number,
    sourceId: string,
    change: { settings?: Settings; sealedSecrets?: Buffer | null; backfill?: BackfillJob },
    now: Date,
  ): Promise<boolean>
  /** Takes at most `limit` sources of these kinds that are switched on, due, and that nobody else is at; the longest waiting first. */
  claim(by: string, options: { kinds: readonly string[]; limit: number; leaseMs: number }, now: Date): Promise<ClaimedSource[]>
  /** Keeps the lease; false when it is lost, or the source was paused, changed or has ended meanwhile. */
  keep(by: string, sourceId: string, leaseMs: number, now: Date): Promise<boolean>
  /** Remembers how far it got and keeps the lease; false as `keep`, and then nothing is remembered. */
  advance(by: string, sourceId: string, progress: Progress, leaseMs: number, now: Date): Promise<boolean>
  /** Gives the source back, to be fetched again at `nextAt`. */
  release(by: string, sourceId: string, next: { nextAt: Date; failures: number }): Promise<void>
}
