import { readHead, tablesOf } from './backup.ts'
import { connectDatabase, type StoreConfig } from './connect-database.ts'
import type { Database, Transaction } from './database.ts'
import { BackupError } from './errors.ts'
import { migrate, readMigrations } from './migrate.ts'

const ROWS_AT_ONCE = 500

/**
 * Fills an empty database from the lines of a back-up, in one transaction: all of it, or nothing. The database is brought to the back-up's own migrations first and to
 * today's after, so that an older back-up comes along. Answers the number of rows. Throws a `BackupError` when the text is no whole back-up or the database is not empty.
 */
export async function restoreStore(config: StoreConfig, lines: AsyncIterable<string>): Promise<number> {
  const files = await readMigrations()
  const rows = lines[Symbol.asyncIterator]()
  const first = await rows.next()
  const head = readHead(
    first.done ? undefined : first.value,
    files.map(({ name }) => name),
  )
  const { database, close } = await connectDatabase(config)
  try {
    await expectEmpty(database)
    await migrate(
      database,
      files.filter(({ name }) => head.migrations.includes(name)),
    )
    const written = await database.transact((tx) => fill(tx, { [Symbol.asyncIterator]: () => rows }))
    await migrate(database, files)
    return written
  } finally {
    await close()
  }
}

async function expectEmpty({ pool }: Database): Promise<void> {
  const { rows } = await pool.query("select 1 from pg_tables where schemaname = 'public' and tablename = 'municipalities'")
  if (rows.length === 0) return
  const { rows: found } = await pool.query('select 1 from municipalities limit 1')
  if (found.length > 0) throw new BackupError('database: has a municipality, expected an empty one to restore into')
}

async function fill(tx: Transaction, lines: AsyncIterable<string>): Promise<number> {
  const tables = await tablesOf(tx)
  let table: { name: string; columns: string } | null = null
  let waiting: string[] = []
  let ofTable = 0
  let total = 0
  let number = 1
  const flush = async () => {
    if (table !== null && waiting.length > 0) await insert(tx, table, waiting)
    waiting = []
  }
  for await (const line of lines) {
    number += 1
    const mark =
      line.startsWith('{"table":') || line.startsWith('{"end":')
        ? (JSON.parse(line) as { table?: string; end?: string; rows?: number })
        : null
    if (mark?.table !== undefined) {
      if (!tables.includes(mark.table)) throw new BackupError(`line ${number}: ${mark.table.slice(0, 80)}, expected a table of ours`)
      table = { name: mark.table, columns: await columnsOf(tx, mark.table) }
      ofTable = 0
    } else if (mark?.end !== undefined) {
      await flush()
      if (mark.end === 'backup' ? mark.rows === total : mark.rows === ofTable) {
        if (mark.end !== 'backup') continue
        for (const name of tables) await goOnCounting(tx, name)
        return total
      }
      throw new BackupError(`line ${number}: ${mark.rows} rows of ${mark.end.slice(0, 80)}, expected the ${ofTable} before it`)
    } else if (table === null) throw new BackupError(`line ${number}: expected a table before its rows`)
    else {
      waiting.push(line)
      ofTable += 1
      total += 1
      if (waiting.length === ROWS_AT_ONCE) await flush()
    }
  }
  throw new BackupError(`line ${number}: the last, expected the end of the back-up after it`)
}

/** Generated columns are made again by the database. */
async function columnsOf(tx: Transaction, table: string): Promise<string> {
  const rows = await tx.rows<{ name: string }>({
    text: "select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position",
    values: [table],
  })
  return rows.map(({ name }) => `"${name}"`).join(', ')
}

async function insert(tx: Transaction, { name, columns }: { name: string; columns: string }, rows: readonly string[]): Promise<void> {
  await tx.write({
    text: `insert into "${name}" (${columns}) overriding system value select ${columns} from json_populate_recordset(null::"${name}", $1::json)`,
    values: [`[${rows.join(',')}]`],
  })
}

/** New rows get numbers after the restored ones. */
async function goOnCounting(tx: Transaction, table: string): Promise<void> {
  const identities = await tx.rows<{ name: string }>({
    text: "select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1 and is_identity = 'YES'",
    values: [table],
  })
  for (const { name } of identities)
    await tx.rows({
      text: `select setval(pg_get_serial_sequence('"${table}"', '${name}'), coalesce(max("${name}"), 0) + 1, false) from "${table}"`,
    })
}
