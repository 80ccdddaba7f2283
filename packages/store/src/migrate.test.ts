import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { type PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MigrationError } from './errors.ts'
import { MIGRATIONS_FOLDER, migrate, readMigrations } from './migrate.ts'
import * as schema from './schema/index.ts'
import { schemaText } from './schema-text.ts'
import { TEST_DATABASES, type TestDatabase } from './testing/open-test-database.ts'

const file = (name: string, sql: string, checksum = name) => ({ name, sql, checksum })

describe.each(TEST_DATABASES)('migrations on $name', ({ open }) => {
  let opened: TestDatabase
  beforeEach(async () => {
    opened = await open()
  })
  afterEach(() => opened.close())

  test('twenty at once apply every file once, and a later start applies nothing', async () => {
    const names = (await readMigrations()).map(({ name }) => name)
    const applied = await Promise.all(Array.from({ length: 20 }, () => migrate(opened.database)))
    expect(applied.flat().sort()).toEqual(names)
    expect(await migrate(opened.database)).toEqual([])
  })

  test('the finished schema is the dump in the repository and the schema that the code reads', async () => {
    await migrate(opened.database)
    const dump = await schemaText(opened.database.pool)
    expect(dump, 'stale: run node packages/store/src/dump-schema.ts').toBe(await readFile(join(MIGRATIONS_FOLDER, 'schema.sql'), 'utf8'))
    expect(await storedColumns(opened)).toEqual(codeColumns())
  })

  test('a migration that fails leaves nothing behind and can be repaired', async () => {
    const good = file('0001_good.sql', 'create table good (id int)')
    await expect(migrate(opened.database, [good, file('0002_bad.sql', 'create table half (id int); select nothing')])).rejects.toThrow(
      'nothing',
    )
    expect(await migrate(opened.database, [good, file('0002_bad.sql', 'create table half (id int)')])).toEqual(['0002_bad.sql'])
  })

  test('a changed file and a database newer than the program stop the start', async () => {
    const first = file('0001_a.sql', 'select 1')
    await migrate(opened.database, [first, file('0002_b.sql', 'select 2')])
    await expect(migrate(opened.database, [{ ...first, checksum: 'other' }, file('0002_b.sql', 'select 2')])).rejects.toThrow(
      MigrationError,
    )
    await expect(migrate(opened.database, [first])).rejects.toThrow('0002_b.sql')
  })
})

test('the numbers of migrations rise one by one, so that none slips in before an applied one', async () => {
  const numbers = (await readMigrations()).map(({ name }) => Number(name.slice(0, 4)))
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
})

/** `table.column type null?` for every column that the database has. */
async function storedColumns({ database }: TestDatabase): Promise<string[]> {
  const { rows } = await database.pool.query<{ line: string }>(
    `select format('%s.%s %s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then '' else ' null' end) as line
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and c.relname <> 'migrations'`,
  )
  return rows.map(({ line }) => line).sort()
}

function codeColumns(): string[] {
  const tables = Object.values(schema).filter((table) => table instanceof PgTable)
  return tables
    .flatMap((table) =>
      (Object.values(getTableColumns(table)) as PgColumn[]).map(
        (column) => `${getTableName(table)}.${column.name} ${column.getSQLType()}${column.notNull ? '' : ' null'}`,
      ),
    )
    .sort()
}
