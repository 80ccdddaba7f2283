import type { FieldError, IntakeResult } from '@rumoer/contracts'
import type { SourceRow, Store } from '@rumoer/store'
import { type Accept, tally } from '../accept/accept.ts'
import type { Layout } from './layout.ts'
import { openCandidates } from './read-candidates.ts'

export type ImportOptions = {
  store: Store
  accept: Accept
  source: SourceRow
  path: string
  now: () => Date
  mapping?: Layout | null
  onProgress?: (result: IntakeResult) => void
  /** One refused line, with its number in the file. */
  onRefused?: (line: number, errors: readonly FieldError[]) => void
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
  path,
  now,
  mapping = null,
  onProgress,
  onRefused,
}: ImportOptions): Promise<IntakeResult> {
  const { layout, rows } = await openCandidates(path, mapping)
  if (layout.categoryMap) await store.sources.setCategoryMap(source.id, { ...layout.categoryMap, ...source.categoryMap })
  const result: IntakeResult = { accepted: 0, updated: 0, duplicates: 0, rejected: [] }
  const refuse = (line: number, errors: FieldError[]) => {
    onRefused?.(line, errors)
    if (result.rejected.length < REJECTED_KEPT) result.rejected.push({ index: line, errors })
  }
  let batch: { line: number; candidate: unknown }[] = []
  const takeBatch = async () => {
    if (batch.length === 0) return
    const { outcomes } = await accept.acceptBatch(
      source,
      batch.map(({ candidate }) => candidate),
    )
    outcomes.forEach((outcome, at) => {
      if (outcome.ok) tally(result, outcome, batch[at]!.line)
      else refuse(batch[at]!.line, outcome.errors)
    })
    batch = []
    onProgress?.(result)
  }
  for await (const row of rows) {
    if ('error' in row) refuse(row.line, [row.error])
    else batch.push(row)
    if (batch.length >= ROWS_PER_BATCH) await takeBatch()
  }
  await takeBatch()
  if (result.accepted + result.updated + result.duplicates > 0) await store.sources.noteSuccess(source.id, now())
  return result
}
