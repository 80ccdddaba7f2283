import type { Pool } from 'pg'

type Named = { name: string }
type ColumnRow = Named & { column: string; type: string; required: boolean; expression: string | null; identity: string; generated: string }
type DefinitionRow = Named & { definition: string }
type TableRow = Named & { options: string | null }

const TABLES = `select relname as name, array_to_string(reloptions, ', ') as options from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname collate "C"`
const COLUMNS = `select c.relname as name, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
    pg_get_expr(d.adbin, d.adrelid) as expression, a.attidentity as identity, a.attgenerated as generated
  from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped order by a.attnum`
const CONSTRAINTS = `select r.relname as name, format('constraint %s %s', c.conname, pg_get_constraintdef(c.oid)) as definition
  from pg_constraint c join pg_class r on r.oid = c.conrelid
  where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'u', 'f', 'c') order by c.conname collate "C"`
const INDEXES = `select r.relname as name, pg_get_indexdef(i.indexrelid) as definition
  from pg_index i join pg_class r on r.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
  where r.relnamespace = 'public'::regnamespace and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
  order by x.relname collate "C"`

/** The finished schema as SQL text, read from the catalog: the same for PGlite and every PostgreSQL version. */
export async function schemaText(pool: Pool): Promise<string> {
  const ask = async <Row>(text: string): Promise<Row[]> => (await pool.query(text)).rows
  const tables = await ask<TableRow>(TABLES)
  const columns = await ask<ColumnRow>(COLUMNS)
  const constraints = await ask<DefinitionRow>(CONSTRAINTS)
  const indexes = await ask<DefinitionRow>(INDEXES)
  const parts = tables.map(({ name, options }) => {
    const of = <Row extends Named>(rows: readonly Row[]) => rows.filter((row) => row.name === name)
    const lines = [...of(columns).map(columnLine), ...of(constraints).map(({ definition }) => definition)]
    const table = `create table ${name} (\n  ${lines.join(',\n  ')}\n)${options ? ` with (${options})` : ''};`
    return [table, ...of(indexes).map(({ definition }) => `${definition};`)].join('\n')
  })
  return `-- The finished schema, written by packages/store/src/dump-schema.ts. Do not edit: write a migration.\n\n${parts.join('\n\n')}\n`
}

function columnLine({ column, type, required, expression, identity, generated }: ColumnRow): string {
  const words = [`"${column}"`, type]
  if (generated === 's') words.push(`generated always as (${expression}) stored`)
  else if (expression !== null) words.push(`default ${expression}`)
  if (identity === 'a') words.push('generated always as identity')
  if (required) words.push('not null')
  return words.join(' ')
}
