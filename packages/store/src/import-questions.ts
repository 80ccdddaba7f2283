import type { FileImport, ImportError } from '@rumoer/contracts'

/** An import as its job needs it. */
export type ImportJob = {
  id: string
  municipalityId: number
  sourceId: string
  fileName: string
  sizeBytes: number
  /** Null where the columns say themselves what they are. */
  mapping: unknown
  line: number
  accepted: number
  updated: number
  duplicates: number
  rejected: number
}
export type ImportAdvance = {
  line: number
  share: number
  accepted: number
  updated: number
  duplicates: number
  rejected: number
  /** Rows refused since the last step. */
  refused: readonly { line: number; sealed: Buffer }[]
}

/**
 * Files of messages on their way in. A lease, on the clock of the database, lets one process at a time take a file in; whoever lost it is told at its
 * next step. The store cannot open the bytes.
 */
export type ImportQuestions = {
  add(municipalityId: number, input: { id: string; sourceId: string; fileName: string; createdBy: string; now: Date }): Promise<void>
  addChunk(municipalityId: number, id: string, position: number, sealed: Buffer): Promise<void>
  /** All bytes are here: it may be looked at and started. */
  filled(municipalityId: number, id: string, file: { sizeBytes: number; columns: readonly string[] }): Promise<void>
  /** Null behind the last. */
  chunk(municipalityId: number, id: string, position: number): Promise<Buffer | null>
  /** Newest first; those that are still being sent are not among them. */
  list(municipalityId: number, limit: number): Promise<FileImport[]>
  byId(municipalityId: number, id: string): Promise<(FileImport & { columns: string[]; mapping: unknown }) | null>
  /** What the last started file with these columns of this source was read by; null when there was none. */
  lastMapping(municipalityId: number, sourceId: string, columns: readonly string[]): Promise<unknown>
  /** From `draft` or `failed`; goes on behind the last line. False when it cannot. */
  start(municipalityId: number, id: string, mapping: unknown): Promise<boolean>
  /** The bytes go; what was taken in stays. False when it was over already. */
  stop(municipalityId: number, id: string, now: Date): Promise<boolean>
  /** The longest waiting that nobody is at; null when there is none. */
  claim(by: string, leaseMs: number): Promise<ImportJob | null>
  keep(by: string, id: string, leaseMs: number): Promise<boolean>
  /** Remembers in one transaction how far it is and what was refused; false when the lease is lost, and then nothing is remembered. */
  advance(by: string, id: string, so: ImportAdvance, leaseMs: number): Promise<boolean>
  /** Lets another process go on. */
  release(by: string, id: string): Promise<void>
  /** With the file, unless it failed and may be tried again. */
  finish(by: string, id: string, end: { error: ImportError | null; now: Date }): Promise<void>
  /** Refused rows behind a line, in order. */
  refusals(municipalityId: number, id: string, afterLine: number, limit: number): Promise<{ line: number; sealed: Buffer }[]>
  /** Bytes of files that nobody started or went on with for a week, and refused rows of a month ago, go. */
  expire(now: Date): Promise<void>
}
