import { type IntakeResult, MAX_BATCH, type MessageOut } from '@rumoer/contracts'
import type { Principal, SourceRow } from '@rumoer/store'
import { amsterdamDay, tally } from '@rumoer/walk'
import type { FastifyRequest } from 'fastify'
import { badField, badInput, notSignedIn, ProblemError } from '../errors.ts'
import type { Services } from '../services.ts'

/** The source whose key sent this. */
export const sourceOf = (services: Services, { principal }: FastifyRequest): Promise<SourceRow> => sourceOfKey(services, principal)

/** The source that this is the key of, if it may take in now. */
export async function sourceOfKey(services: Services, principal: Principal | null): Promise<SourceRow> {
  if (principal?.kind !== 'source') throw notSignedIn()
  const source = await services.store.sources.byId(principal.municipalityId, principal.sourceId)
  if (!source) throw notSignedIn()
  expectOpen(services, source)
  return source
}

/** Throws when a source may not take in anything now. */
export function expectOpen(services: Services, source: SourceRow): void {
  if (source.pausedAt) throw new ProblemError(403, 'This source is paused: an administrator can switch it on again.')
  if (source.purpose && source.purpose.endsOn < amsterdamDay(services.now()))
    throw new ProblemError(403, 'This source has ended: its purpose says until when it may take in.')
}

/** One message: answers it as it is stored, and whether it is new. */
export async function takeOne(services: Services, source: SourceRow, candidate: unknown): Promise<{ isNew: boolean; message: MessageOut }> {
  const { outcomes } = await services.accept.acceptBatch(source, [candidate])
  const [outcome] = outcomes
  if (!outcome) throw new Error('accept: expected one outcome for one message')
  if (!outcome.ok) {
    services.metrics.intake.inc({ outcome: 'rejected' })
    throw badInput(outcome.errors)
  }
  services.metrics.intake.inc({ outcome: outcome.outcome })
  services.sourceHealth.heard(source.id)
  const message = await services.store.messages.byId(source.municipalityId, outcome.messageId)
  if (!message) throw new Error(`message: ${outcome.messageId}, expected it to be stored`)
  return { isNew: outcome.outcome === 'accepted', message }
}

/** At most a thousand messages at once; a bad one rejects itself only. */
export async function takeBatch(services: Services, source: SourceRow, candidates: readonly unknown[]): Promise<IntakeResult> {
  if (candidates.length > MAX_BATCH) {
    throw badField('', `${candidates.length} messages`, `expected at most ${MAX_BATCH} messages; send more as application/x-ndjson`)
  }
  const { outcomes } = await services.accept.acceptBatch(source, candidates)
  const result: IntakeResult = { accepted: 0, updated: 0, duplicates: 0, rejected: [] }
  for (const [index, outcome] of outcomes.entries()) tally(result, outcome, index)
  count(services, source, result)
  return result
}

/** A stream of messages, one per line, of any length. */
export async function takeLines(services: Services, source: SourceRow, chunks: AsyncIterable<Uint8Array>): Promise<IntakeResult> {
  const result = await services.accept.acceptLines(source, chunks)
  count(services, source, result)
  return result
}

function count({ metrics, sourceHealth }: Services, source: SourceRow, { accepted, updated, duplicates, rejected }: IntakeResult): void {
  if (accepted + updated + duplicates > 0) sourceHealth.heard(source.id)
  metrics.intake.inc({ outcome: 'accepted' }, accepted)
  metrics.intake.inc({ outcome: 'updated' }, updated)
  metrics.intake.inc({ outcome: 'duplicate' }, duplicates)
  metrics.intake.inc({ outcome: 'rejected' }, rejected.length)
}
