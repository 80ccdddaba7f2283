import type { StreamEvent } from '@rumoer/contracts'
import { and, eq, inArray } from 'drizzle-orm'
import { appendEvents } from './append-events.ts'
import { recountMessages } from './commit-command.ts'
import type { Database, Transaction } from './database.ts'
import { silenceHandovers } from './handover-upkeep.ts'
import { inbox, messageKeys, messages, municipalityCounters, sealedOriginals, setAside } from './schema/index.ts'
import { tombstone } from './tombstone.ts'
import { loadMessages } from './walk-commit.ts'

type Key = { sourceId: string; externalKey: Buffer }

/** Removes what a person wrote and who it was, wherever it stands; see `MessageQuestions.erase`. False when the source never sent it. */
export async function eraseMessage(
  database: Database,
  municipalityId: number,
  { sourceId, externalKey }: Key,
  now: Date,
): Promise<boolean> {
  const key = and(
    eq(messageKeys.municipalityId, municipalityId),
    eq(messageKeys.sourceId, sourceId),
    eq(messageKeys.externalKey, externalKey),
  )
  const found = await database.transact(async (tx) => {
    const [known] = await tx.orm.select({ id: messageKeys.messageId }).from(messageKeys).where(key)
    if (!known) return false
    const events = await eraseStored(tx, municipalityId, known.id, now)
    // From here on no revision can be accepted; one that was accepted a moment ago is taken out as well.
    await tx.orm.select().from(municipalityCounters).where(eq(municipalityCounters.municipalityId, municipalityId)).for('update')
    const waiting = await tx.orm
      .delete(inbox)
      .where(and(eq(inbox.municipalityId, municipalityId), eq(inbox.messageId, known.id)))
      .returning({ seq: inbox.seq })
    await tx.orm.update(messageKeys).set({ erasedAt: now }).where(key)
    await appendEvents(tx, municipalityId, events, { now, taken: waiting.length })
    return true
  })
  if (found) database.hints.send(municipalityId)
  return found
}

/** Every message of these pseudonyms, wherever it stands; see `MessageQuestions.eraseVoices`. */
const OF_VOICES = `select id from messages where municipality_id = $1 and source_id = $2 and voice = any($3::text[]) and kind in ('post', 'comment', 'mail')
  union select message_id from inbox where municipality_id = $1 and source_id = $2 and payload->>'voice' = any($3::text[])
  union select message_id from set_aside where municipality_id = $1 and source_id = $2 and payload->>'voice' = any($3::text[])`

export async function eraseVoices(
  database: Database,
  municipalityId: number,
  { sourceId, voices }: { sourceId: string; voices: readonly string[] },
  now: Date,
): Promise<number> {
  const { rows } = await database.pool.query<{ id: string }>({
    name: 'messages-of-voices',
    text: OF_VOICES,
    values: [municipalityId, sourceId, [...voices]],
  })
  if (rows.length === 0) return 0
  const ids = rows.map(({ id }) => id)
  const known = await database.orm
    .select({ externalKey: messageKeys.externalKey })
    .from(messageKeys)
    .where(and(eq(messageKeys.sourceId, sourceId), inArray(messageKeys.messageId, ids)))
  for (const { externalKey } of known) await eraseMessage(database, municipalityId, { sourceId, externalKey }, now)
  return known.length
}

async function eraseStored(tx: Transaction, municipalityId: number, id: string, now: Date): Promise<StreamEvent[]> {
  await tx.orm.delete(setAside).where(and(eq(setAside.municipalityId, municipalityId), eq(setAside.messageId, id)))
  await tx.orm.delete(sealedOriginals).where(eq(sealedOriginals.messageId, id))
  const before = (await loadMessages(tx, municipalityId, [id])).get(id)
  if (!before || before.erasedAt) return []
  const after = tombstone(before, now)
  const { municipalityId: _tenant, receivedAt: _received, id: _id, ...columns } = after
  await tx.orm
    .update(messages)
    .set(columns)
    .where(and(eq(messages.municipalityId, municipalityId), eq(messages.id, id)))
  const changed = await recountMessages(tx, municipalityId, [{ before, after }])
  const handovers = await silenceHandovers(tx, municipalityId, [id], { now, erasedAtSource: true })
  return [{ type: 'message.erased', data: { id, issue: before.issueId } }, ...changed, ...handovers]
}
