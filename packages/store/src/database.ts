import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Pool, PoolClient, QueryResultRow } from 'pg'
import type * as schema from './schema/index.ts'

export type Orm = NodePgDatabase<typeof schema>

/** One transaction: plain statements and drizzle on the same connection. */
export type Transaction = {
  orm: Orm
  rows<Row extends QueryResultRow>(statement: Statement): Promise<Row[]>
  /** Rows that the statement wrote. */
  write(statement: Statement): Promise<number>
  /** Sends a statement whose answer nobody needs: it is awaited with the commit, which fails when it failed. */
  send(statement: Statement): void
}
/** A named statement is planned once per connection. */
export type Statement = { name?: string; text: string; values?: unknown[] }

/** The open database behind all questions. */
export type Database = {
  readonly mode: 'owner' | 'guest' | 'server'
  readonly pool: Pool
  readonly orm: Orm
  /** Read committed; tried again when the database asks for it (deadlock, serialisation). */
  transact<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>
  /** Everything read inside is of one moment. */
  snapshot<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>
  readonly hints: Hints
  readonly connect: () => Promise<PoolClient>
}

/** Wake-up calls between writers and readers of the stream: they may be lost. */
export type Hints = {
  send(municipalityId: number): void
  listen(listener: (municipalityId: number) => void): () => void
  close(): Promise<void>
}
