import { XMLBuilder } from 'fast-xml-parser'
import type { FastifyReply } from 'fastify'

export const FORMATS = ['xml', 'json'] as const
export type Format = (typeof FORMATS)[number]

const XML = new XMLBuilder({ ignoreAttributes: true })
const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'

/** The format that an address asks for by its extension; XML where it has none, which every client must know. */
export const formatOf = (url: string): Format => (url.split('?', 1)[0]!.endsWith('.json') ? 'json' : 'xml')

/** Sends a list: bare in JSON, and in XML as `<name><row>…</row></name>`. What is not known is null, or an empty element. */
export function sendList(
  reply: FastifyReply,
  format: Format,
  [name, row]: readonly [string, string],
  list: readonly object[],
): FastifyReply {
  if (format === 'json') return reply.type('application/json; charset=utf-8').send(list)
  return sendXml(reply, { [name]: list.length > 0 ? { [row]: list } : '' })
}

export function sendOne(reply: FastifyReply, format: Format, name: string, one: object): FastifyReply {
  if (format === 'json') return reply.type('application/json; charset=utf-8').send(one)
  return sendXml(reply, { [name]: one })
}

const sendXml = (reply: FastifyReply, document: object) =>
  reply
    .type('text/xml; charset=utf-8')
    .serializer((text: unknown) => String(text))
    .send(DECLARATION + XML.build(withoutNull(document)))

/** The builder writes the word null for null. */
const withoutNull = (value: unknown): unknown => {
  if (value === null) return ''
  if (Array.isArray(value)) return value.map(withoutNull)
  if (typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutNull(inner)]))
}
