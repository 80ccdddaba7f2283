import { z } from 'zod'
import { id, instant } from './primitives.ts'
import { sampleMessage } from './source.ts'

const from = z.union([z.string().max(200), z.strictObject({ value: z.string().max(200) })])

/** Field of a message → name of the column, or `{"value": …}` for the same value in each row. Without `externalId` a row is known by its content. */
export const importMapping = z.strictObject({
  externalId: from.optional(),
  kind: from,
  channel: from,
  createdAt: from,
  text: from.optional(),
  author: from.optional(),
  url: from.optional(),
  inReplyTo: from.optional(),
  language: from.optional(),
  lat: from.optional(),
  lon: from.optional(),
  address: from.optional(),
  areaCode: from.optional(),
  main: from.optional(),
  sub: from.optional(),
  reach: from.optional(),
  closedAt: from.optional(),
  updatedAt: from.optional(),
})
export type ImportMapping = z.infer<typeof importMapping>
export type ImportField = keyof ImportMapping
export const IMPORT_FIELDS = Object.keys(importMapping.shape) as readonly ImportField[]

/** `draft`: the file is here and nothing was taken in; `stopped`: by a person, and the file is gone. */
export const IMPORT_STATUSES = ['draft', 'running', 'done', 'failed', 'stopped'] as const
export const importStatus = z.enum(IMPORT_STATUSES)
/** Why a file could not be read; `internal` is ours, and may be tried again. */
export const IMPORT_ERRORS = ['layout', 'table', 'workbook', 'zip', 'too-large', 'internal'] as const
export const importError = z.enum(IMPORT_ERRORS)
export type ImportError = z.infer<typeof importError>

/** A file of messages on its way in. `line` is the last that was taken or refused, `share` the part of the file that lies behind it. */
export const fileImport = z.object({
  id,
  source: z.object({ id, name: z.string() }),
  fileName: z.string(),
  sizeBytes: z.int().nonnegative(),
  status: importStatus,
  line: z.int().nonnegative(),
  share: z.number().min(0).max(1),
  accepted: z.int().nonnegative(),
  updated: z.int().nonnegative(),
  duplicates: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  error: importError.nullable(),
  createdBy: z.string(),
  createdAt: instant,
  finishedAt: instant.nullable(),
})
export type FileImport = z.infer<typeof fileImport>

/** What is wrong with one cell: the field that it was to become, the column it stands in, its value masked and at most 80 characters long. */
export const rowProblem = z.object({ field: z.string(), column: z.string(), value: z.string(), expected: z.string() })
export type RowProblem = z.infer<typeof rowProblem>

/** The start of a file, and what would become of it. */
export const importPreview = z.object({
  columns: z.array(z.string()),
  /** Name of the layout that the columns are known by; null when a person says what they mean. */
  layout: z.string().nullable(),
  /** What this source's last file with these columns was read by, else a guess from their names. */
  mapping: importMapping.partial(),
  isMappingKept: z.boolean(),
  /** The first ten rows: cells in the order of the columns, masked; the message is null when the row would be refused. */
  rows: z.array(
    z.object({
      line: z.int().positive(),
      cells: z.array(z.string()),
      message: sampleMessage.nullable(),
      problems: z.array(rowProblem),
    }),
  ),
  /** Of the first thousand rows: how many were looked at, how many would be refused, and what is wrong with them. */
  checked: z.int().nonnegative(),
  refused: z.int().nonnegative(),
  problems: z.array(rowProblem.extend({ line: z.int().positive() })),
})
export type ImportPreview = z.infer<typeof importPreview>
