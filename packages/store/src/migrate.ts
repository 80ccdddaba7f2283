import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database, Transaction } from './database.ts'
import { MigrationError } from './errors.ts'

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../../migrations/', import.meta.url))
/** `0001_what_it_brings.sql`; names sort in the order of application. */
const FILE_NAME = /^\d{4}_[a-z0-9_]+\.sql$/
/** Any number, as long as nobody else on the server uses it: "rumoer" on a telephone's keys. */
const MIGRATION_LOCK = 786_637

export type Migration = { name: string; sql: string; checksum: string }

/** Forward migrations, in the order of their names. */
export async function readMigrations(folder: string = MIGRATIONS_FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => FILE_NAME.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Applies every migration that the database does not name yet, each in its own transaction under one lock, so that any number of processes
 * may start at once. Answers the names it applied. Throws a `MigrationError` when an applied file was changed or is not known here.
 */
export async function migrate(database: Pick<Database, 'pool' | 'transact'>, migrations?: readonly Migration[]): Promise<string[]> {
  const files = migrations ?? (await readMigrations())
  const applied: string[] = []
  if (await isComplete(database, files)) return applied
  for (const file of files) {
    const isNew = await database.transact(async (tx) => {
      await tx.write({ text: `select pg_advisory_xact_lock(${MIGRATION_LOCK})` })
      await tx.write({
        text: 'create table if not exists migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
      })
      return applyOne(tx, file, files)
    })
    if (isNew) applied.push(file.name)
  }
  return applied
}

/** The quick answer of every start but the first: all there, nothing changed. */
async function isComplete({ pool }: Pick<Database, 'pool'>, files: readonly Migration[]): Promise<boolean> {
  const { rows: found } = await pool.query("select 1 from pg_tables where schemaname = 'public' and tablename = 'migrations'")
  if (found.length === 0) return false
  const { rows } = await pool.query<{ name: string; checksum: string }>('select name, checksum from migrations')
  checkApplied(rows, files)
  return rows.length === files.length
}

async function applyOne(tx: Transaction, file: Migration, files: readonly Migration[]): Promise<boolean> {
  const rows = await tx.rows<{ name: string; checksum: string }>({ text: 'select name, checksum from migrations' })
  checkApplied(rows, files)
  if (rows.some(({ name }) => name === file.name)) return false
  await tx.write({ text: file.sql })
  await tx.write({ text: 'insert into migrations (name, checksum) values ($1, $2)', values: [file.name, file.checksum] })
  return true
}

function checkApplied(rows: readonly { name: string; checksum: string }[], files: readonly Migration[]): void {
  const known = new Map(files.map((file) => [file.name, file.checksum]))
  for (const { name, checksum } of rows) {
    const present = known.get(name)
    if (present === undefined)
      throw new MigrationError(`migration ${name}: applied here but not known, expected a program as new as its database`)
    if (present !== checksum)
      throw new MigrationError(`migration ${name}: checksum ${present.slice(0, 8)}, expected the applied ${checksum.slice(0, 8)}`)
  }
}
