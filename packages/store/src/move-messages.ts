import type { StreamEvent } from '@rumoer/contracts'
import { plainArray } from './array-literal.ts'
import type { Transaction } from './database.ts'
import { type MessageRow, toPlacedMessage } from './message-rows.ts'
import type { MovedEffect } from './store.ts'

const MOVE = `update messages m set issue_id = u.issue from unnest($2::uuid[], $3::uuid[]) as u(message, issue)
  where m.municipality_id = $1 and m.id = u.message`

/** Puts messages into other issues; whoever calls counts those anew. */
export const moveMessages = (tx: Transaction, municipalityId: number, moved: MovedEffect['moved']): Promise<number> =>
  tx.write({
    text: MOVE,
    values: [municipalityId, plainArray(moved.map(({ messageId }) => messageId)), plainArray(moved.map(({ issueId }) => issueId))],
  })

export const updatedEvent = (row: MessageRow): StreamEvent => ({
  type: 'message.updated',
  data: toPlacedMessage(row, row.receivedAt.toISOString()),
})
