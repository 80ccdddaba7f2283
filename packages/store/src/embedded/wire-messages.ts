/** One message of PostgreSQL's wire protocol, version 3, from a client that has started: its type letter and the whole of its bytes. */
export type WireMessage = { type: string; bytes: Buffer }

const HEADER = 5
const PROTOCOL_3 = 196_608
const SSL_REQUEST = 80_877_103
const GSS_REQUEST = 80_877_104
const CANCEL_REQUEST = 80_877_102

/** Cuts whole messages off the front; answers them and the rest. Throws when a length makes no sense. */
export function cutMessages(bytes: Buffer): { messages: WireMessage[]; rest: Buffer } {
  const messages: WireMessage[] = []
  let at = 0
  while (bytes.length - at >= HEADER) {
    const length = bytes.readInt32BE(at + 1)
    if (length < 4) throw new Error(`wire message: length ${length}, expected at least 4`)
    const end = at + 1 + length
    if (end > bytes.length) break
    messages.push({ type: String.fromCharCode(bytes[at]!), bytes: bytes.subarray(at, end) })
    at = end
  }
  return { messages, rest: bytes.subarray(at) }
}

/** What a client says before it has started: null while it is not complete. */
export function cutStartup(bytes: Buffer): { kind: 'encryption' | 'cancel' | 'start' | 'unknown'; rest: Buffer } | null {
  if (bytes.length < 8) return null
  const length = bytes.readInt32BE(0)
  if (bytes.length < length) return null
  const code = bytes.readInt32BE(4)
  const rest = bytes.subarray(length)
  if (code === SSL_REQUEST || code === GSS_REQUEST) return { kind: 'encryption', rest }
  if (code === CANCEL_REQUEST) return { kind: 'cancel', rest }
  return { kind: code === PROTOCOL_3 ? 'start' : 'unknown', rest }
}

export function wireMessage(type: string, body: Buffer): Buffer {
  const header = Buffer.alloc(HEADER)
  header.write(type, 0, 'latin1')
  header.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([header, body])
}

const text = (value: string) => Buffer.from(`${value}\0`)
const int32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

/** The greeting of a server that asks no password: the folder of its socket is the password. */
export function greeting(parameters: Readonly<Record<string, string>>, connection: number): Buffer {
  return Buffer.concat([
    wireMessage('R', int32(0)),
    ...Object.entries(parameters).map(([name, value]) => wireMessage('S', Buffer.concat([text(name), text(value)]))),
    wireMessage('K', Buffer.concat([int32(connection), int32(0)])),
    wireMessage('Z', Buffer.from('I')),
  ])
}

/** A fatal error as the client shows it. */
export function fatal(sqlState: string, message: string): Buffer {
  const fields = [`SFATAL`, `VFATAL`, `C${sqlState}`, `M${message}`].map(text)
  return wireMessage('E', Buffer.concat([...fields, Buffer.from([0])]))
}

/** `I`dle, in a `T`ransaction, or in a failed one (`E`): the last word of an answer; null when the answer has no end yet. */
export function transactionStatus(answer: Uint8Array): 'I' | 'T' | 'E' | null {
  const at = answer.length - 6
  if (at < 0 || answer[at] !== 0x5a || answer[at + 4] !== 5) return null
  const status = String.fromCharCode(answer[at + 5]!)
  return status === 'I' || status === 'T' || status === 'E' ? status : null
}
