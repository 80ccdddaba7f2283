import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { OutboundError } from './outbound-error.ts'

export const ACCEPT_ENCODING = 'gzip, br, deflate'

/** The bytes of an answer, unpacked as they come; at most `maxBytes` over the wire, and at most as many when unpacked. */
export function unpacked(body: Readable, encoding: string | undefined, maxBytes: number): Readable {
  const decoder = decoderOf(encoding)
  const parts: (Readable | Transform)[] = [body, limit(maxBytes), ...(decoder ? [decoder, limit(maxBytes)] : [])]
  const last = parts.at(-1)!
  pipeline(parts as [Readable, Transform]).catch((error: Error) => last.destroy(error))
  return last
}

export async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function limit(maxBytes: number): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      if (seen <= maxBytes) return done(null, chunk)
      const megabytes = Math.round(maxBytes / 1_000_000)
      done(new OutboundError('too-large', `Het antwoord is te groot (meer dan ${megabytes} MB).`))
    },
  })
}

function decoderOf(encoding: string | undefined): Transform | null {
  switch (encoding?.trim().toLowerCase()) {
    case undefined:
    case '':
    case 'identity':
      return null
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      throw new OutboundError('encoding', 'Het antwoord is ingepakt op een manier die we niet kennen.')
  }
}
