import type { Reading } from '@rumoer/contracts'
import { appendEvents } from './append-events.ts'
import { plainArray, textArray } from './array-literal.ts'
import { recountMessages } from './commit-command.ts'
import type { Database } from './database.ts'
import { hotColumns } from './message-rows.ts'
import type { Ownership } from './store.ts'
import { loadMessages } from './walk-commit.ts'

const MOVE = `update messages m set area_code = u.area_code, reading = jsonb_set(m.reading, '{areas}', u.areas::jsonb)
  from unnest($2::uuid[], $3::text[], $4::text[]) as u(id, area_code, areas) where m.municipality_id = $1 and m.id = u.id`

export type Relocation = { messageId: string; areaCode: string | null; areas: Reading['areas'] }

/** Gives messages another smallest area; a place that a person corrected stays. See `WalkQuestions.relocate`. */
export async function relocate(
  database: Database,
  { municipalityId, epoch }: Ownership,
  moves: readonly Relocation[],
  now: Date,
): Promise<void> {
  if (moves.length === 0) return
  const events = await database.transact(async (tx) => {
    const known = await loadMessages(
      tx,
      municipalityId,
      moves.map((move) => move.messageId),
    )
    const changes = moves.flatMap((move) => {
      const before = known.get(move.messageId)
      if (!before) return []
      const reading = { ...before.reading, areas: move.areas }
      const { areaCode } = hotColumns(reading, { mood: before.mood, areaCode: move.areaCode }, before.correction)
      return [{ before, after: { ...before, reading, areaCode } }]
    })
    await tx.write({
      name: 'relocate-messages',
      text: MOVE,
      values: [
        municipalityId,
        plainArray(changes.map(({ after }) => after.id)),
        textArray(changes.map(({ after }) => after.areaCode)),
        textArray(changes.map(({ after }) => JSON.stringify(after.reading.areas))),
      ],
    })
    const changed = await recountMessages(tx, municipalityId, changes)
    await appendEvents(tx, municipalityId, changed, { now, epoch })
    return changed.length
  })
  if (events > 0) database.hints.send(municipalityId)
}
