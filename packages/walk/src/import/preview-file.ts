import type { RowProblem } from '@rumoer/contracts'
import type { InboxPayload, SourceRow } from '@rumoer/store'
import type { Accept } from '../accept/accept.ts'
import type { FileBytes } from './file-bytes.ts'
import { type GuessedColumns, guessMapping } from './guess-mapping.ts'
import { problemsOf } from './import-file.ts'
import type { Layout, Row } from './layout.ts'
import { openCandidates } from './read-candidates.ts'

/** One row as it stands in the file, and what becomes of it: a message as it would be kept, or what is wrong. */
export type PreviewedRow = { line: number; row: Row; payload: InboxPayload | null; problems: RowProblem[] }

export type FilePreview = {
  columns: string[]
  /** Name of the layout that the columns are known by; null when a person must say what they mean. */
  layout: string | null
  guess: GuessedColumns
  /** The first ten. */
  rows: PreviewedRow[]
  /** Of the first thousand: how many were looked at, how many would be refused, and what is wrong with the first of those. */
  checked: number
  refused: number
  problems: (RowProblem & { line: number })[]
}

const SHOWN_ROWS = 10
const CHECKED_ROWS = 1_000
const SHOWN_PROBLEMS = 100

/** The columns of a file, for recognising another like it. */
export const fileColumns = async (file: FileBytes): Promise<string[]> => (await openCandidates(file)).columns

/** Looks into the start of a file without taking anything in. */
export async function previewFile(
  accept: Pick<Accept, 'preview'>,
  source: SourceRow,
  file: FileBytes,
  mapping: Layout | null = null,
): Promise<FilePreview> {
  const { columns, layout, rows } = await openCandidates(file, mapping)
  const isKnown = layout?.fits(columns) === true
  const preview: FilePreview = {
    columns,
    layout: isKnown ? layout.name : null,
    guess: guessMapping(columns),
    rows: [],
    checked: 0,
    refused: 0,
    problems: [],
  }
  for await (const one of rows) {
    if (preview.checked === CHECKED_ROWS) break
    preview.checked += 1
    const seen = 'error' in one ? { ok: false as const, errors: [one.error] } : accept.preview(source, [one.candidate])[0]!
    const problems = seen.ok ? [] : problemsOf(layout, seen.errors)
    if (problems.length > 0) preview.refused += 1
    for (const problem of problems) if (preview.problems.length < SHOWN_PROBLEMS) preview.problems.push({ line: one.line, ...problem })
    if (preview.rows.length < SHOWN_ROWS)
      preview.rows.push({ line: one.line, row: one.row, payload: seen.ok ? seen.payload : null, problems })
  }
  return preview
}
