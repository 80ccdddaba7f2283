import type { HandedOver } from '@rumoer/contracts'
import { ApiError } from '../../lib/api.ts'

/** What stands now, out of a 409. */
export function currentHanded(error: unknown): HandedOver | null {
  const body = error instanceof ApiError && error.status === 409 ? error.body : null
  return typeof body === 'object' && body !== null && 'current' in body ? (body.current as HandedOver) : null
}
