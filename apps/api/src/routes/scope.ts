import { MAX_PAGE, municipalityCode, pageQuery } from '@rumoer/contracts'
import { z } from 'zod'

const municipality = municipalityCode.optional()

/** What every query may say: an administrator of the installation names the municipality. */
export const scoped = { municipality }
export const scopeQuery = z.strictObject(scoped)
/** What a query that only reads may say: a replay to look at instead. */
export const readQuery = z.strictObject({ municipality, replay: pageQuery.replay })
/** The query of a collection that is small enough to be read whole. */
export const listQuery = readQuery.extend({
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(MAX_PAGE),
  cursor: pageQuery.cursor,
  total: pageQuery.total,
})
export type ListQuery = z.infer<typeof listQuery>
