import { drawBytes } from './draw-bytes.ts'

/**
 * Makes UUIDv7 ids (RFC 9562) that rise strictly within one process: 48 bits of milliseconds, a 12-bit counter, then chance.
 * When the clock stands still or goes back the counter goes on, and borrows from the next millisecond when it is full.
 *
 * @param nowMs the clock
 * @param chance gives `size` random bytes
 */
export function createMessageIds(nowMs: () => number, chance: (size: number) => Buffer = drawBytes): () => string {
  let lastMs = 0
  let counter = 0
  return () => {
    const ms = nowMs()
    if (ms > lastMs) {
      lastMs = ms
      counter = 0
    } else if (++counter > 0xfff) {
      lastMs += 1
      counter = 0
    }
    const bytes = Buffer.alloc(16)
    bytes.writeUIntBE(lastMs, 0, 6)
    bytes.writeUInt16BE(0x7000 | counter, 6)
    chance(8).copy(bytes, 8)
    bytes[8] = 0x80 | (bytes[8]! & 0x3f)
    const hex = bytes.toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }
}
