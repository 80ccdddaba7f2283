import type { Frame } from '@rumoer/contracts'
import type { StoredEvent } from '@rumoer/store'

/** One frame as the bytes that every socket is given; `seq` is the event's, or the position it tells. */
export type FrameBytes = { seq: number; bytes: Buffer }

export const frameOf = (frame: Frame): FrameBytes => ({ seq: frame.seq, bytes: Buffer.from(JSON.stringify(frame)) })

export const eventFrame = ({ seq, at, type, data }: StoredEvent): FrameBytes => frameOf({ frame: 'event', seq, at, type, data })
