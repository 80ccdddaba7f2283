import { BadCursorError } from './errors.ts'

/** A place between two rows of a list: a number that the list is ordered by, and an id that settles equals. */
export type Cursor = { order: number; id: string }

const SHAPE = /^(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)~([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|)$/

export const writeCursor = ({ order, id }: Cursor): string => Buffer.from(`${order}~${id}`).toString('base64url')

/** Null for the first page. Throws a `BadCursorError` for text that is no cursor of ours, or not of a list ordered by whole numbers. */
export function readCursor(text: string | undefined, { whole }: { whole: boolean } = { whole: true }): Cursor | null {
  if (text === undefined) return null
  const match = SHAPE.exec(Buffer.from(text, 'base64url').toString('utf8'))
  const order = Number(match?.[1])
  if (!match || (whole && !Number.isSafeInteger(order))) throw new BadCursorError(text)
  return { order, id: match[2]! }
}
