import { randomUUID } from 'node:crypto'
import { getTableColumns } from 'drizzle-orm'
import type { Database } from './database.ts'
import { messages } from './schema/index.ts'
import type { HealthQuestions } from './store.ts'
import { MESSAGE_KEYS } from './walk-commit.ts'

const SCRATCH = 'scratch_messages'
const FIRST_AT_MS = Date.UTC(2026, 0, 1)
const SAMPLE_READING = JSON.stringify({
  language: 'nl',
  sentiment: { score: -0.6, label: 'negative', confidence: 0.8 },
  towardsMunicipality: { score: -0.6, label: 'negative', confidence: 0.7 },
  keywords: [{ term: 'lantaarnpaal', weight: 2.1 }],
  category: { main: 'wegen-verkeer-straatmeubilair', sub: 'lantaarnpaal-straatverlichting', confidence: 0.9 },
  department: 'VOR',
  areas: [{ code: 'BU99010101', level: 'buurt', confidence: 1, span: null }],
  roles: [{ role: 'gebruiker', confidence: 0.6 }],
  facets: [{ facet: 'melding', confidence: 0.9 }],
  question: null,
  avoidable: null,
  evidence: [{ label: 'sentiment', span: [0, 5], words: ['kapot'] }],
})

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
    ceiling: (rows, chunk) => measureCeiling(database, rows, chunk),
  }
}

const COLUMNS = ['municipalityId', 'receivedAt', ...MESSAGE_KEYS] as const

/** Row number `n` as the walk would have written it. */
function sampleRow(n: number): unknown[] {
  const createdAt = new Date(FIRST_AT_MS + n * 1_000)
  const values: Partial<Record<(typeof COLUMNS)[number], unknown>> = {
    municipalityId: 1,
    receivedAt: createdAt,
    id: randomUUID(),
    revision: 1,
    sourceId: '00000000-0000-4000-8000-000000000001',
    externalId: `melding-${n}`,
    kind: 'melding',
    channel: 'form',
    text: `De lantaarnpaal op nummer ${n % 400} is al weken kapot en het is hier 's avonds heel donker. Kunnen jullie hier iets aan doen?`,
    language: 'nl',
    createdAt,
    lat: 52.6,
    lon: 5.3,
    voice: `bewoner-${n % 5_000}`,
    countsAsVoice: true,
    issueId: '00000000-0000-4000-8000-000000000002',
    areaCode: 'BU99010101',
    categoryMain: 'wegen-verkeer-straatmeubilair',
    categorySub: 'lantaarnpaal-straatverlichting',
    mood: 'negative',
    hasQuestion: true,
    reading: SAMPLE_READING,
  }
  return COLUMNS.map((key) => values[key] ?? null)
}

/** Inserts rows of the shape of `messages` into a table just like it, many rows of parameters to a statement, and times only that. */
async function measureCeiling({ connect }: Database, rows: number, chunk: number): Promise<{ rowsPerSecond: number }> {
  const names = COLUMNS.map((key) => `"${getTableColumns(messages)[key].name}"`).join(', ')
  const statement = (size: number) => {
    const tuples = Array.from(
      { length: size },
      (_, row) => `(${COLUMNS.map((_key, column) => `$${row * COLUMNS.length + column + 1}`).join(', ')})`,
    )
    return `insert into ${SCRATCH} (${names}) values ${tuples.join(', ')}`
  }
  const client = await connect()
  try {
    await client.query(`drop table if exists ${SCRATCH}`)
    await client.query(`create table ${SCRATCH} (like messages including all)`)
    let elapsedMs = 0
    for (let from = 0; from < rows; from += chunk) {
      const size = Math.min(chunk, rows - from)
      const values = Array.from({ length: size }, (_, at) => sampleRow(from + at)).flat()
      const startedMs = performance.now()
      await client.query({ name: `ceiling-${size}`, text: statement(size), values })
      elapsedMs += performance.now() - startedMs
    }
    return { rowsPerSecond: (rows / elapsedMs) * 1_000 }
  } finally {
    await client.query(`drop table if exists ${SCRATCH}`)
    client.release()
  }
}
