import type { ImportJob } from '@rumoer/store'
import { FileError, importFile, mappedLayout, type RefusedRow } from '@rumoer/walk'
import { errorFields } from '../../log.ts'
import { takePatiently } from '../take-patiently.ts'
import type { ImportRunnerOptions } from './import-runner.ts'
import { MOST_REFUSED, sealRefused } from './refused-rows.ts'
import { sealedFile } from './sealed-file.ts'

type Doors = Required<ImportRunnerOptions> & { by: string }

/** The file went to another process, or was stopped: whoever is next starts from what was remembered. */
class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}

/**
 * Takes in one file that this process holds, behind the last line that was remembered. What was taken in but not remembered, because a process died in
 * between, is met again as known: nothing comes twice.
 */
export async function runImport(doors: Doors, job: ImportJob, stop: AbortSignal): Promise<void> {
  const { store, accept, vault, metrics, now, log, by, leaseMs } = doors
  const lost = new AbortController()
  const signal = AbortSignal.any([stop, lost.signal])
  const heartbeat = setInterval(() => {
    store.imports.keep(by, job.id, leaseMs).then(
      (kept) => kept || lost.abort(new LeaseLost()),
      () => undefined,
    )
  }, leaseMs / 3)
  let rejected = job.rejected
  let refused: RefusedRow[] = []
  try {
    const source = await store.sources.byId(job.municipalityId, job.sourceId)
    if (!source) throw new Error(`source ${job.sourceId}: expected it to be there still`)
    await importFile({
      store,
      source,
      file: sealedFile({ store, vault }, job, { name: job.fileName, size: job.sizeBytes }),
      mapping: job.mapping === null ? null : mappedLayout(job.mapping),
      afterLine: job.line,
      now,
      accept: {
        async acceptBatch(to, candidates) {
          const answer = await takePatiently(() => accept.acceptBatch(to, candidates), signal)
          for (const outcome of answer.outcomes) metrics.intake.inc({ outcome: outcome.ok ? outcome.outcome : 'rejected' })
          return answer
        },
      },
      onRefused: (row) => {
        rejected += 1
        if (rejected <= MOST_REFUSED) refused.push(row)
      },
      async onProgress({ result, line, share }) {
        const so = {
          line,
          share,
          accepted: job.accepted + result.accepted,
          updated: job.updated + result.updated,
          duplicates: job.duplicates + result.duplicates,
          rejected,
          refused: refused.map((row) => sealRefused(vault, job.id, row)),
        }
        refused = []
        if (!(await store.imports.advance(by, job.id, so, leaseMs))) throw new LeaseLost()
        signal.throwIfAborted()
      },
    })
    await store.imports.finish(by, job.id, { error: null, now: now() })
    log.info('import-done', { import: job.id, rejected })
  } catch (error) {
    if (lost.signal.aborted || error instanceof LeaseLost) log.info('import-given-up', { import: job.id })
    else if (stop.aborted) await store.imports.release(by, job.id)
    else {
      log.warn('import-failed', { import: job.id, ...errorFields(error) })
      await store.imports.finish(by, job.id, { error: error instanceof FileError ? error.reason : 'internal', now: now() })
    }
  } finally {
    clearInterval(heartbeat)
  }
}
