import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectDatabase } from './connect-database.ts'
import { MIGRATIONS_FOLDER, migrate } from './migrate.ts'
import { schemaText } from './schema-text.ts'

// Run as a script: writes migrations/schema.sql anew from an empty embedded database with all migrations applied.
const dataDir = await mkdtemp(join(tmpdir(), 'rumoer-schema-'))
const { database, close } = await connectDatabase({ dataDir })
try {
  await migrate(database)
  await writeFile(join(MIGRATIONS_FOLDER, 'schema.sql'), await schemaText(database.pool))
} finally {
  await close()
  await rm(dataDir, { recursive: true, force: true })
}
