import { TextDecoder } from 'node:util'

const XML_ENCODING = /^\s*<\?xml[^>]{0,200}\bencoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']/
const BYTE_ORDER_MARKS: readonly [string, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** Text of an XML or JSON document: by its byte order mark, else the charset of the header, else the XML prolog, else UTF-8. */
export function decodeDocument(bytes: Buffer, contentType: string | undefined): string {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0]
  const inHeader = /\bcharset\s*=\s*"?([A-Za-z0-9._:-]{1,40})/i.exec(contentType ?? '')?.[1]
  const inProlog = XML_ENCODING.exec(bytes.subarray(0, 300).toString('latin1'))?.[1]
  for (const name of [marked, inHeader, inProlog]) {
    const decoder = name === undefined ? null : decoderOf(name)
    if (decoder) return decoder.decode(bytes)
  }
  return new TextDecoder().decode(bytes)
}

/** Null for a name that no browser knows either. */
function decoderOf(name: string): TextDecoder | null {
  try {
    return new TextDecoder(name)
  } catch {
    return null
  }
}
