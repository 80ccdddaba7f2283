import type { Replay } from '@rumoer/contracts'
import type { Ownership } from './store.ts'

export type ReplayQuestions = {
  /** A tenant of its own with the areas, places and sources of the original (source names kept), and no messages. */
  create(
    municipalityId: number,
    input: { label: string; speed: number; from: Date; to: Date; now: Date },
  ): Promise<{ municipalityId: number; sources: Map<string, string> }>
  list(municipalityId: number): Promise<Replay[]>
  /** Null when `replayId` is not a replay of `municipalityId`. */
  of(municipalityId: number, replayId: number): Promise<Replay | null>
  progress(replayId: number, input: { nowAt: Date; status: Replay['status'] }): Promise<void>
  remove(replayId: number): Promise<void>
}

export type RetentionQuestions = {
  /**
   * Removes what is past its time, in one transaction: sealed originals, set-aside messages past the retention of their source, notices of alerts
   * that have been closed for 90 days, and the words, place and external id of at most `limit` messages past theirs, oldest first. Counts stay and
   * lists equal them. Answers how many of each.
   */
  expire(
    ownership: Ownership,
    now: Date,
    limit: number,
  ): Promise<{ originals: number; setAside: number; deliveries: number; texts: number }>
}

export type HealthQuestions = {
  /** Throws when the database does not answer. */
  ping(): Promise<void>
  version(): Promise<string>
  /**
   * Raw multi-row INSERTs of the municipality's own message rows, `chunk` to a statement, into a scratch table with the same indexes: the ceiling
   * that `bench` compares with. 0 for a municipality without messages.
   */
  ceiling(municipalityId: number, chunk: number): Promise<{ rows: number; rowsPerSecond: number }>
}
