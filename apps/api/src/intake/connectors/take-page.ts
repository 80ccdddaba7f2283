import type { SourceRow } from '@rumoer/store'
import type { Accept, Eraser } from '@rumoer/walk'
import type { Metrics } from '../../metrics.ts'
import { takePatiently } from '../take-patiently.ts'
import type { Connector, Page } from './connector.ts'

const CHUNK = 500

export type Taken = { messages: number; fresh: number; rejected: number }
type Doors = { accept: Pick<Accept, 'acceptBatch'>; eraser: Eraser; metrics: Pick<Metrics, 'intake'> }

/** Takes in what a page brings and carries out what it takes back. While the inbox is full it waits. */
export async function takePage(
  { accept, eraser, metrics }: Doors,
  connector: Pick<Connector, 'onceInKind'>,
  source: SourceRow,
  page: Page,
  signal: AbortSignal,
): Promise<Taken> {
  const taken: Taken = { messages: page.messages.length, fresh: 0, rejected: 0 }
  for (let from = 0; from < page.messages.length; from += CHUNK) {
    const chunk = page.messages.slice(from, from + CHUNK)
    const take = () => accept.acceptBatch(source, chunk, { onceInKind: connector.onceInKind === true })
    const { outcomes } = await takePatiently(take, signal)
    for (const outcome of outcomes) {
      metrics.intake.inc({ outcome: outcome.ok ? outcome.outcome : 'rejected' })
      if (!outcome.ok) taken.rejected += 1
      else if (outcome.outcome === 'accepted') taken.fresh += 1
    }
  }
  for (const externalId of page.deletes ?? []) await eraser.message(source, externalId)
  for (const author of page.erasedAuthors ?? []) await eraser.author(source, author)
  return taken
}
