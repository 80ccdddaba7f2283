import type { FieldError, IntakeResult, RowProblem } from '@rumoer/contracts'
import type { SourceRow, Store } from '@rumoer/store'
import { type Accept, tally } from '../accept/accept.ts'
import type { FileBytes } from './file-bytes.ts'
import { columnOf, type Layout, type Row } from './layout.ts'
import { type Candidate, expectLayout, openCandidates } from './read-candidates.ts'

/** One row that was refused, as it stood in the file. */
export type RefusedRow = { line: number; problems: RowProblem[]; row: Row }
/** Where an import has got to: the last line that is durable or refused, and the part of the file behind it, from 0 to 1. */
export type ImportedSoFar = { result: IntakeResult; line: number; share: number }

export type ImportOptions = {
  store: Pick<Store, 'sources'>
  accept: Pick<Accept, 'acceptBatch'>
  source: SourceRow
  file: FileBytes
  now: () => Date
  mapping?: Layout | null
  /** Lines up to and with this one were taken before. */
  afterLine?: number
  /** After each batch that is durable, and at the end; what it returns is waited for. */
  onProgress?: (so: ImportedSoFar) => void | Promise<void>
  onRefused?: (refused: RefusedRow) => void
}

const ROWS_PER_BATCH = 500
const REJECTED_KEPT = 1_000

/**
 * Brings a file into the inbox, durable batch by batch. Running it again brings in only what is new or changed, so an import that was cut
 * off is resumed by running it again. `rejected` keeps the first thousand; all of them go to `onRefused`.
 */
export async function importFile({
  store,
  accept,
  source,
  file,
  now,
  mapping = null,
  afterLine = 0,
  onProgress,
  onRefused,
}: ImportOptions): Promise<IntakeResult> {
  const counted = countedBytes(file)
  const opened = await openCandidates(counted.file, mapping)
  const layout = expectLayout(opened)
  if (layout.categoryMap) await store.sources.setCategoryMap(source.id, { ...layout.categoryMap, ...source.categoryMap })
  const result: IntakeResult = { accepted: 0, updated: 0, duplicates: 0, rejected: [] }
  const refuse = ({ line, row }: Candidate, errors: FieldError[]) => {
    onRefused?.({ line, problems: problemsOf(layout, errors), row })
    if (result.rejected.length < REJECTED_KEPT) result.rejected.push({ index: line, errors })
  }
  let batch: (Candidate & { candidate: unknown })[] = []
  let line = afterLine
  const takeBatch = async (share: number) => {
    if (batch.length > 0) {
      const { outcomes } = await accept.acceptBatch(
        source,
        batch.map(({ candidate }) => candidate),
      )
      outcomes.forEach((outcome, at) => {
        if (outcome.ok) tally(result, outcome, batch[at]!.line)
        else refuse(batch[at]!, outcome.errors)
      })
      batch = []
    }
    await onProgress?.({ result, line, share })
  }
  for await (const one of opened.rows) {
    if (one.line <= afterLine) continue
    if ('error' in one) refuse(one, [one.error])
    else batch.push(one)
    line = one.line
    if (batch.length >= ROWS_PER_BATCH) await takeBatch(opened.lastLine === null ? counted.share() : line / opened.lastLine)
  }
  await takeBatch(1)
  if (result.accepted + result.updated + result.duplicates > 0) await store.sources.noteSuccess(source.id, now())
  return result
}

/** Errors of the contract in terms of the table. */
export const problemsOf = (layout: Layout | null, errors: readonly FieldError[]): RowProblem[] =>
  errors.map(({ path, value, expected }) => ({
    field: path.split('.').at(-1)!,
    column: layout ? columnOf(layout, path) : path,
    value,
    expected,
  }))

/** The same file, which knows how much of it was read the last time it was opened. */
function countedBytes(file: FileBytes): { file: FileBytes; share(): number } {
  let read = 0
  return {
    file: {
      ...file,
      async *open() {
        read = 0
        for await (const chunk of file.open()) {
          read += chunk.length
          yield chunk
        }
      },
    },
    share: () => (file.size === 0 ? 1 : Math.min(1, read / file.size)),
  }
}
