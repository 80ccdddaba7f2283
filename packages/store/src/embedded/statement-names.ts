import { type WireMessage, wireMessage } from './wire-messages.ts'

/**
 * Prepared statements are named per connection, but all connections share one backend: each name gets a connection's own spelling
 * on its way in. The nameless statement stays nameless: it lives inside one unit only.
 */
export function createStatementNames(connection: number) {
  const known = new Map<string, string>()
  const spell = (name: string): string => {
    if (name === '') return name
    const spelled = known.get(name) ?? `c${connection}s${known.size}`
    known.set(name, spelled)
    return spelled
  }
  return {
    rename({ type, bytes }: WireMessage): Buffer {
      if (type === 'P') return replaceText(bytes, 5, spell)
      if (type === 'B') return replaceText(bytes, bytes.indexOf(0, 5) + 1, spell)
      if ((type === 'D' || type === 'C') && bytes[5] === 0x53) return replaceText(bytes, 6, spell)
      return bytes
    },
    /** Messages that close every statement of the connection. */
    closeAll(): Buffer {
      return Buffer.concat([...known.values()].map((name) => wireMessage('C', Buffer.from(`S${name}\0`))))
    },
    get size() {
      return known.size
    },
  }
}

/** The message with the zero-ended text at `start` replaced. */
function replaceText(bytes: Buffer, start: number, replace: (name: string) => string): Buffer {
  const end = bytes.indexOf(0, start)
  const name = bytes.toString('utf8', start, end)
  const renamed = replace(name)
  if (renamed === name) return bytes
  return wireMessage(String.fromCharCode(bytes[0]!), Buffer.concat([bytes.subarray(5, start), Buffer.from(renamed), bytes.subarray(end)]))
}
