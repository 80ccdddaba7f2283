import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Database, Hints, Statement, Transaction } from './database.ts'
import * as schema from './schema/index.ts'

const INT8 = 20
const ATTEMPTS = 5
/** Deadlock and serialisation failure: nothing happened, the same transaction may well succeed now. */
const TRANSIENT = new Set(['40P01', '40001'])

/** `bigint` columns here are counters and sequences far below 2^53. */
export const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)),
}

/** Only the first failure of a transaction tells why: every later statement fails with this one. */
const ALREADY_FAILED = '25P02'

/**
 * Opens a pool and gives it the two ways to ask: plain statements and drizzle. The connections are pipelined: a statement is sent without
 * waiting for the answers to those before it.
 */
export function openDatabase(mode: Database['mode'], config: pg.PoolConfig, openHints: (pool: pg.Pool) => Hints): Database {
  const pool = new pg.Pool({ ...config, pipeline: true, types: TYPES, keepAlive: true, allowExitOnIdle: true })
  // A broken idle connection is replaced by the pool; a broken busy one fails its own query.
  pool.on('error', () => undefined)
  const orm = drizzle(pool, { schema })
  return {
    mode,
    pool,
    orm,
    hints: openHints(pool),
    connect: () => pool.connect(),
    transact: (work) => attempt(() => inTransaction(pool, 'begin', work)),
    snapshot: (work) => inTransaction(pool, 'begin isolation level repeatable read read only', work),
  }
}

async function attempt<Result>(work: () => Promise<Result>, left = ATTEMPTS): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (left <= 1 || !TRANSIENT.has(sqlState(error) ?? '')) throw error
    return attempt(work, left - 1)
  }
}

async function inTransaction<Result>(pool: pg.Pool, begin: string, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const client = await pool.connect()
  const sent = createSent()
  let broken: Error | undefined
  try {
    sent.add(client.query(begin))
    const result = await work(transactionOn(client, sent))
    // After a statement that failed, `commit` rolls back: the failure is what is thrown.
    await sent.all(client.query('commit'))
    return result
  } catch (error) {
    sent.close()
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw sqlState(error) === ALREADY_FAILED ? (sent.firstFailure() ?? error) : error
  } finally {
    client.release(broken)
  }
}

/** Statements on their way whose answers are awaited with the commit. */
function createSent() {
  const answers: Promise<unknown>[] = []
  let first: unknown = null
  let isClosed = false
  return {
    /** Work that goes on after another part of it failed must not write behind the rollback. */
    close() {
      isClosed = true
    },
    checkOpen() {
      if (isClosed) throw new Error('the transaction was rolled back')
    },
    add(answer: Promise<unknown>) {
      answer.catch((error: unknown) => {
        first ??= error
      })
      answers.push(answer)
    },
    all: (last: Promise<unknown>) => Promise.all([...answers, last]),
    firstFailure: () => first,
  }
}

function transactionOn(client: pg.PoolClient, sent: ReturnType<typeof createSent>): Transaction {
  const query = (statement: Statement) => {
    sent.checkOpen()
    return client.query({ ...statement, types: TYPES })
  }
  return {
    send: (statement) => sent.add(query(statement)),
    orm: drizzle(client, { schema }),
    rows: async (statement) => (await query(statement)).rows,
    write: async (statement) => (await query(statement)).rowCount ?? 0,
  }
}

/** SQLSTATE of a database error, also where drizzle wrapped it. */
export function sqlState(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'cause' in error ? sqlState(error.cause) : null
}

const UNIQUE_VIOLATION = '23505'
export const isUniqueViolation = (error: unknown): boolean => sqlState(error) === UNIQUE_VIOLATION
