import type { FieldError } from '@rumoer/contracts'
import type { FastifySchemaCompiler } from 'fastify'
import { z } from 'zod'
import { badInput, fieldErrors } from '../errors.ts'

/** Checks params, query and body against their schema; all errors of the part together, as problem+json. */
export const checkInput: FastifySchemaCompiler<unknown> =
  ({ schema, httpPart }) =>
  (data: unknown) => {
    if (!(schema instanceof z.ZodType)) throw new Error(`${httpPart}: expected a zod schema`)
    const unsafe = unsafeStrings(data, '')
    if (unsafe.length > 0) return { error: badInput(unsafe) }
    const checked = schema.safeParse(data ?? undefined)
    return checked.success ? { value: checked.data } : { error: badInput(fieldErrors(checked.error, data)) }
  }

/** Texts that a database cannot hold, wherever they stand: NUL characters and lone surrogates. */
function unsafeStrings(value: unknown, path: string): FieldError[] {
  if (typeof value === 'string') {
    if (!value.includes('\u0000') && value.isWellFormed()) return []
    return [{ path, value: '', expected: 'expected well-formed text without NUL characters' }]
  }
  if (value === null || typeof value !== 'object' || Buffer.isBuffer(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => unsafeStrings(inner, path === '' ? key : `${path}.${key}`))
}
