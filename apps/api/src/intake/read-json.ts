import { badInput } from '../errors.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })

/** Reads a JSON body from its raw bytes; refuses what is not UTF-8 or not JSON, instead of guessing. No bytes are no body. */
export function readJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    throw badInput([{ path: '', value: '', expected: 'expected valid UTF-8' }])
  }
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw badInput([{ path: '', value: '', expected: `expected JSON: ${whereOf(error)}` }])
  }
}

/** Only the place of a syntax error, without the text around it that it quotes. */
const whereOf = (error: unknown): string =>
  /at position \d+( \(line \d+ column \d+\))?/.exec(error instanceof Error ? error.message : '')?.[0] ?? 'it ends too early'
