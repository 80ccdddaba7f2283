import { z } from 'zod'
import { alert } from './alert.ts'
import { contentItem } from './content-item.ts'
import { handoverNews } from './handover.ts'
import { issue } from './issue.ts'
import { channel, messageKind } from './message.ts'
import { areaCode, id, instant } from './primitives.ts'
import { sentimentLabel } from './reading.ts'

/** A message as the stream tells it: enough to count and to place, never its text. */
export const placedMessage = z.object({
  id,
  revision: z.int().positive(),
  issue: id,
  kind: messageKind,
  channel,
  areaCode: areaCode.nullable(),
  category: z.string(),
  sentiment: sentimentLabel,
  createdAt: instant,
  receivedAt: instant,
})
export type PlacedMessage = z.infer<typeof placedMessage>

/** Everything a screen must know, as it happened. The data of a changed thing is the whole new thing: last write wins. */
export const streamEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message.placed'), data: placedMessage }),
  z.object({ type: z.literal('message.updated'), data: placedMessage }),
  z.object({ type: z.literal('message.erased'), data: z.object({ id, issue: id.nullable() }) }),
  z.object({ type: z.literal('issue.opened'), data: issue }),
  z.object({ type: z.literal('issue.changed'), data: issue }),
  z.object({ type: z.literal('issue.merged'), data: z.object({ id, into: id }) }),
  z.object({ type: z.literal('alert.raised'), data: alert }),
  z.object({ type: z.literal('alert.changed'), data: alert }),
  z.object({ type: z.literal('content-item.changed'), data: contentItem }),
  z.object({ type: z.literal('content-item.removed'), data: z.object({ id }) }),
  z.object({ type: z.literal('handover.changed'), data: handoverNews }),
  z.object({ type: z.literal('crisis.changed'), data: z.object({ since: instant.nullable() }) }),
  z.object({ type: z.literal('areas.changed'), data: z.object({ areas: z.int().nonnegative() }) }),
])
export type StreamEvent = z.infer<typeof streamEvent>
export type StreamEventType = StreamEvent['type']

const seq = z.int().nonnegative()
/** One JSON text on the socket. */
export const frame = z.discriminatedUnion('frame', [
  z.object({ frame: z.literal('event'), seq, at: instant, type: z.string(), data: z.unknown() }),
  z.object({ frame: z.literal('live'), seq }),
  z.object({ frame: z.literal('reset'), reason: z.enum(['cursor-too-old', 'cursor-in-future']), seq }),
  z.object({ frame: z.literal('heartbeat'), seq, at: instant }),
])
export type Frame = z.infer<typeof frame>

export const HEARTBEAT_SECONDS = 15

/** Close codes of our own, each saying whether the client should come back. */
export const STREAM_CLOSE = {
  restarting: { code: 1012, retry: true, meaning: 'the server is restarting' },
  badRequest: { code: 4400, retry: false, meaning: 'the cursor is not a whole number' },
  signedOut: { code: 4401, retry: false, meaning: 'the session or key is no longer valid' },
  forbidden: { code: 4403, retry: false, meaning: 'the role may not read the stream' },
  tooSlow: { code: 4408, retry: true, meaning: 'the reader fell too far behind; come back with the last seq' },
  serverError: { code: 4500, retry: true, meaning: 'the server could not read the stream' },
} as const
