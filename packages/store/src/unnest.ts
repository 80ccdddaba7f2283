import { getTableColumns } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { bytesArray, jsonList, jsonListOf, plainArray, textArray } from './array-literal.ts'

type Columns<Table extends PgTable> = Table['_']['columns']
type Row = Readonly<Record<string, unknown>>

/**
 * The parts of a bulk statement that takes many rows as one array per column: one plan whatever the number of rows, no limit on parameters.
 * Names and types come from the schema.
 */
export type Unnest = {
  /** `"id", "kind"`: the columns to insert into. */
  columns: string
  /** `u."id", u."kind"::jsonb`: what to select. */
  select: string
  /** `unnest($2::uuid[], $3::text[]) as u("id", "kind")`. */
  from: string
  /** `"kind" = excluded."kind"`, for upserts; of these keys only. */
  excluded(keys: readonly string[]): string
  /** One array literal per column. */
  encode(rows: readonly Row[]): string[]
}

/** `first` is the number of the first parameter; `extra` are columns of the unnested rows that are not the table's. */
export function unnestOf<Table extends PgTable>(
  table: Table,
  keys: readonly (keyof Columns<Table> & string)[],
  { first, extra = {} }: { first: number; extra?: Readonly<Record<string, string>> },
): Unnest {
  const all = getTableColumns(table) as Record<string, PgColumn>
  const columns = keys.map((key) => all[key]!)
  const parts = [
    ...columns.map((column) => ({ name: column.name, type: column.getSQLType() })),
    ...Object.entries(extra).map(([name, type]) => ({ name, type })),
  ]
  const fields = [...keys, ...Object.keys(extra)]
  const names = columns.map((column) => `"${column.name}"`)
  return {
    columns: names.join(', '),
    select: columns.map((column) => `u."${column.name}"${castOf(column.getSQLType())}`).join(', '),
    from: `unnest(${parts.map(({ type }, at) => arrayOf(first + at, type)).join(', ')}) as u(${parts.map(({ name }) => `"${name}"`).join(', ')})`,
    excluded: (chosen) => chosen.map((key) => `"${all[key]!.name}" = excluded."${all[key]!.name}"`).join(', '),
    encode: (rows) => parts.map(({ type }, at) => encodeColumn(type, fields[at]!, rows)),
  }
}

/** Types that cannot travel as elements of their own array type go as text and are cast on arrival. */
const goesAsText = (type: string) => isJson(type) || type.endsWith('[]')
const castOf = (type: string) => (goesAsText(type) ? `::${type}` : '')
const isJson = (type: string) => type === 'json' || type === 'jsonb'
const arrayOf = (parameter: number, type: string) =>
  isJson(type) ? jsonListOf(parameter) : `$${parameter}::${goesAsText(type) ? 'text' : type}[]`

function encodeColumn(type: string, key: string, rows: readonly Row[]): string {
  const values: unknown[] = new Array(rows.length)
  for (let at = 0; at < rows.length; at++) values[at] = rows[at]![key]
  if (type === 'bytea') return bytesArray(values as (Uint8Array | null)[])
  if (isJson(type)) return jsonList(values)
  if (type === 'text[]') return textArray(values.map((value) => textArray(value as string[])))
  if (type.endsWith('[]')) return textArray(values.map((value) => plainArray(value as number[])))
  if (type === 'text') return textArray(values as (string | null)[])
  return plainArray(values as (number | null)[])
}

/** `i."title" as "title", i."level_since" as "levelSince"`: reads a row under the schema's own keys. */
export function selectList(table: PgTable, alias: string, except: readonly string[] = []): string {
  return Object.entries(getTableColumns(table))
    .filter(([key]) => !except.includes(key))
    .map(([key, column]) => `${alias}."${column.name}" as "${key}"`)
    .join(', ')
}
