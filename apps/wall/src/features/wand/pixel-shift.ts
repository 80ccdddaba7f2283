export const SHIFT_MS = 600_000
const SHIFT_PX = 4

/** Where the picture stands at a turn: the four corners of a square of four pixels, one after another. */
export const pixelShift = (turn: number): { x: number; y: number } => ({
  x: turn % 4 === 1 || turn % 4 === 2 ? SHIFT_PX : 0,
  y: turn % 4 >= 2 ? SHIFT_PX : 0,
})
