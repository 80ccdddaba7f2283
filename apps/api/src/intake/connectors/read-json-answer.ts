import type { z } from 'zod'
import type { Answer } from '../../outbound/outbound.ts'
import { formatError } from '../../outbound/outbound-error.ts'

/** The answer as the schema has it. Throws an `OutboundError` when it is no JSON, or other JSON. */
export function readJsonAnswer<Schema extends z.ZodType>(schema: Schema, { body }: Answer): z.output<Schema> {
  let json: unknown
  try {
    json = JSON.parse(body.toString('utf8'))
  } catch (error) {
    throw formatError('Het antwoord is geen JSON. Controleer het adres.', error)
  }
  const checked = schema.safeParse(json)
  if (!checked.success) throw formatError('Het antwoord is anders dan deze soort bron hoort te geven. Controleer het adres.', checked.error)
  return checked.data
}
