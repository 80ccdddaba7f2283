import { getTableColumns } from 'drizzle-orm'
import type { Database } from './database.ts'
import { messages } from './schema/index.ts'
import type { HealthQuestions } from './store.ts'
import { MESSAGE_KEYS } from './walk-commit.ts'

const SCRATCH = 'scratch_messages'
export function healthQuestions(database: Database): HealthQuestions {
  const { pool } = database
  return {
    async ping() {
      await pool.query('select 1')
    },
    async version() {
      const { rows } = await pool.query<{ server_version: string }>('show server_version')
      return rows[0]!.server_version
    },
    ceiling: (municipalityId, chunk) => measureCeiling(database, municipalityId, chunk),
  }
}

const COLUMNS = ['municipalityId', 'receivedAt', ...MESSAGE_KEYS].map((key) => getTableColumns(messages)[key as 'id'].name)

/** Inserts the very rows of a municipality once more into a table just like theirs, many rows of parameters to a statement, and times only that. */
async function measureCeiling(
  { connect }: Database,
  municipalityId: number,
  chunk: number,
): Promise<{ rows: number; rowsPerSecond: number }> {
  const names = COLUMNS.map((name) => `"${name}"`).join(', ')
  const statement = (size: number) => {
    const tuples = Array.from(
      { length: size },
      (_, row) => `(${COLUMNS.map((_name, column) => `$${row * COLUMNS.length + column + 1}`).join(', ')})`,
    )
    return `insert into ${SCRATCH} (${names}) values ${tuples.join(', ')}`
  }
  const client = await connect()
  try {
    await client.query(`drop table if exists ${SCRATCH}`)
    await client.query(`create table ${SCRATCH} (like messages including all)`)
    const asText = COLUMNS.map((name) => `"${name}"::text`).join(', ')
    const { rows } = await client.query<string[]>({
      text: `select ${asText} from messages where municipality_id = $1 order by received_at, id`,
      values: [municipalityId],
      rowMode: 'array',
    })
    let elapsedMs = 0
    for (let from = 0; from < rows.length; from += chunk) {
      const size = Math.min(chunk, rows.length - from)
      const query = { name: `ceiling-${size}`, text: statement(size), values: rows.slice(from, from + size).flat() }
      const startedMs = performance.now()
      await client.query(query)
      elapsedMs += performance.now() - startedMs
    }
    return { rows: rows.length, rowsPerSecond: rows.length === 0 ? 0 : (rows.length / elapsedMs) * 1_000 }
  } finally {
    await client.query(`drop table if exists ${SCRATCH}`)
    client.release()
  }
}
