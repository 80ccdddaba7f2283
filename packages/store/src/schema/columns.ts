import { customType, integer, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Raw bytes, such as keyed hashes and sealed originals. */
export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** Words of a text as PostgreSQL's full-text search sees them. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** A moment, read as `Date`: milliseconds, where the database holds microseconds. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** The tenant of a row: every row has one. */
export const tenant = () => integer('municipality_id').notNull()

export const uuidKey = (name = 'id') => uuid(name).primaryKey()
