import { STATUS_CODES } from 'node:http'
import type { FieldError, Problem } from '@rumoer/contracts'
import { StaleVersionError } from '@rumoer/store'
import { InboxFullError, shownValue } from '@rumoer/walk'
import type { z } from 'zod'

/** An answer other than success, as RFC 9457 tells it. `more` holds members beside the standard ones. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly status: number
  readonly errors: readonly FieldError[] | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly more: Readonly<Record<string, unknown>>
  constructor(
    status: number,
    detail: string,
    extra: { errors?: readonly FieldError[]; headers?: Record<string, string>; more?: Record<string, unknown> } = {},
  ) {
    super(detail)
    this.status = status
    this.errors = extra.errors
    this.headers = extra.headers ?? {}
    this.more = extra.more ?? {}
  }
}

/** 400 with all errors of the input together. */
export const badInput = (errors: readonly FieldError[], detail = 'The input is not as expected; see errors.') =>
  new ProblemError(400, detail, { errors })

/** 400 about one field. */
export const badField = (path: string, value: unknown, expected: string) => badInput([{ path, value: shownValue(value), expected }])

export const notFound = (what: string) => new ProblemError(404, `There is no ${what} here.`)

export const notSignedIn = () =>
  new ProblemError(401, 'Sign in, or send a key as Authorization: Bearer.', { headers: { 'www-authenticate': 'Bearer realm="rumoer"' } })

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (inner !== null && typeof inner === 'object' ? (inner as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  )

/** Every issue of a failed schema check with place, masked value and expectation. */
export function fieldErrors(error: z.core.$ZodError, input: unknown): FieldError[] {
  return error.issues.flatMap((issue): FieldError[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: shownValue([...issue.path, key].map(String).join('.')),
        value: shownValue(valueAt(input, [...issue.path, key])),
        expected: 'expected no field of this name',
      }))
    }
    const path = issue.path.map(String).join('.')
    return [
      { path: shownValue(path), value: shownValue(valueAt(input, issue.path)), expected: issue.message.replace(/^Invalid [a-z]+: /, '') },
    ]
  })
}

type Answer = { problem: Problem & Record<string, unknown>; headers: Readonly<Record<string, string>> }

/** The problem+json of anything that was thrown. What is nobody's fault but ours keeps its reason to itself. */
export function problemOf(error: unknown): Answer {
  if (error instanceof ProblemError) {
    return { problem: { ...toProblem(error.status, error.message, error.errors), ...error.more }, headers: error.headers }
  }
  if (error instanceof InboxFullError) {
    const detail = 'The inbox is full; nothing of this message or batch was taken beyond what was answered. Send it again later.'
    return { problem: toProblem(503, detail), headers: { 'retry-after': String(error.retryAfterSeconds) } }
  }
  const status = statusOf(error)
  if (status >= 500) {
    const detail = status === 503 ? 'The service is too busy or cannot reach its database; try again later.' : 'Something went wrong here.'
    return { problem: toProblem(status, detail), headers: status === 503 ? { 'retry-after': '5' } : {} }
  }
  const current = error instanceof StaleVersionError ? { current: error.current } : {}
  return { problem: { ...toProblem(status, error instanceof Error ? shownReason(error) : ''), ...current }, headers: {} }
}

/** Status of a world error (`status`), of Fastify and its plugins (`statusCode`), of a database that is away, else 500. */
function statusOf(error: unknown): number {
  if (!(error instanceof Error)) return 500
  if (error.message === 'aborted') return 400
  const status = 'status' in error ? error.status : 'statusCode' in error ? error.statusCode : isDatabaseAway(error) ? 503 : 500
  return typeof status === 'number' && status >= 400 && status <= 599 ? status : 500
}

/** Connection failures, and PostgreSQL's classes 08 (connection) and 57P (shutting down, starting up). */
const AWAY = /^(ECONN\w+|EPIPE|ENOTFOUND|ETIMEDOUT|08\w{3}|57P\d{2})$/

function isDatabaseAway(error: Error): boolean {
  if ('code' in error && AWAY.test(String(error.code))) return true
  if (error.message.startsWith('Connection terminated')) return true
  return error.cause instanceof Error && isDatabaseAway(error.cause)
}

const shownReason = (error: Error) => shownValue(error.message)

function toProblem(status: number, detail: string, errors?: readonly FieldError[]): Problem {
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail, ...(errors ? { errors: [...errors] } : {}) }
}
