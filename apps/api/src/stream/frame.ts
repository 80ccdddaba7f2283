import type { Frame, StreamEvent } from '@rumoer/contracts'
import type { StoredEvent } from '@rumoer/store'
import { eventForScreen } from '../screens/for-screen.ts'

/** Who reads the stream: people and programs, or a screen of the wall. */
export type View = 'all' | 'screen'

/** One frame as the bytes that every socket of a view is given; `seq` is the event's, or the position it tells. */
export type FrameBytes = { seq: number; bytes(view: View): Buffer }

const encoded = (frame: Frame): Buffer => Buffer.from(JSON.stringify(frame))

export function frameOf(frame: Frame): FrameBytes {
  const bytes = encoded(frame)
  return { seq: frame.seq, bytes: () => bytes }
}

/** What a screen may not know keeps its place in the row as an event of type `hidden`. */
export function eventFrame({ seq, at, type, data }: StoredEvent): FrameBytes {
  const bytes = encoded({ frame: 'event', seq, at, type, data })
  let pared: Buffer | null = null
  const forScreen = (): Buffer => {
    const event = eventForScreen({ type, data } as StreamEvent)
    return encoded({ frame: 'event', seq, at, type: event?.type ?? 'hidden', data: event?.data ?? null })
  }
  return {
    seq,
    bytes(view) {
      if (view === 'all') return bytes
      pared ??= forScreen()
      return pared
    },
  }
}
