import type { Database, Transaction } from './database.ts'
import { BackupError } from './errors.ts'

/** Access that must be given anew after a restore: it is not carried along. */
const LEFT_OUT = ['sessions', 'invites', 'migrations']
const ROWS_AT_ONCE = 500
const BACKUP_FORMAT = 'rumoer-backup-1'

/** First line of a back-up: its form, when it was made, and the migrations that its tables stand for. */
type BackupHead = { format: string; madeAt: string; migrations: string[] }

/**
 * Every row of every table at one moment, as lines: a head, and per table its name, its rows as the database itself writes them in JSON, and their number. Rows
 * never pass through numbers of ours, so that nothing is rounded. Sessions and sign-in links stay out.
 */
export async function writeBackup(database: Database, write: (line: string) => Promise<void>, now: Date): Promise<number> {
  return database.snapshot(async (tx) => {
    const applied = await tx.rows<{ name: string }>({ text: 'select name from migrations order by name' })
    await write(JSON.stringify({ format: BACKUP_FORMAT, madeAt: now.toISOString(), migrations: applied.map(({ name }) => name) }))
    let total = 0
    for (const table of await tablesOf(tx)) total += await writeTable(tx, table, write)
    await write(JSON.stringify({ end: 'backup', rows: total }))
    return total
  })
}

async function writeTable(tx: Transaction, table: string, write: (line: string) => Promise<void>): Promise<number> {
  await write(JSON.stringify({ table }))
  await tx.write({
    text: `declare backup_rows no scroll cursor for select replace(row_to_json(t)::text, E'\\n', ' ') as line from "${table}" t`,
  })
  let rows = 0
  for (;;) {
    const found = await tx.rows<{ line: string }>({ text: `fetch ${ROWS_AT_ONCE} from backup_rows` })
    for (const { line } of found) await write(line)
    rows += found.length
    if (found.length < ROWS_AT_ONCE) break
  }
  await tx.write({ text: 'close backup_rows' })
  await write(JSON.stringify({ end: table, rows }))
  return rows
}

export async function tablesOf(tx: Transaction): Promise<string[]> {
  const rows = await tx.rows<{ name: string }>({
    text: "select tablename as name from pg_tables where schemaname = 'public' order by tablename",
  })
  return rows.map(({ name }) => name).filter((name) => !LEFT_OUT.includes(name))
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Reads the first line of a back-up; throws when the text is none, or comes from a newer program. */
export function readHead(line: string | undefined, known: readonly string[]): BackupHead {
  const found = parse(line)
  if (!isObject(found) || found.format !== BACKUP_FORMAT || !Array.isArray(found.migrations))
    throw new BackupError(`line 1: expected the head of a back-up (${BACKUP_FORMAT})`)
  const migrations = found.migrations.map(String)
  const unknown = migrations.find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new BackupError(`migration ${unknown.slice(0, 80)}: not known here, expected a program as new as the back-up`)
  return { format: BACKUP_FORMAT, madeAt: String(found.madeAt), migrations }
}

function parse(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '')
  } catch {
    return null
  }
}
