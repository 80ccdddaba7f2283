import { constants } from 'node:fs'
import { access, cp, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connectDatabase } from '../connect-database.ts'

const DATABASE = 'database'

/**
 * A new temporary folder with an empty embedded database in it. Creating one takes seconds, so the first test on a machine makes a template
 * that all others copy.
 */
export async function makeTestFolder(): Promise<string> {
  const template = join(tmpdir(), `rumoer-template-${await engineVersion()}`)
  if (!(await exists(template))) await makeTemplate(template)
  const dataDir = await mkdtemp(join(tmpdir(), 'rumoer-test-'))
  await cp(join(template, DATABASE), join(dataDir, DATABASE), { recursive: true, mode: constants.COPYFILE_FICLONE })
  return dataDir
}

async function makeTemplate(template: string): Promise<void> {
  const draft = await mkdtemp(join(tmpdir(), 'rumoer-draft-'))
  const { close } = await connectDatabase({ dataDir: draft })
  await close()
  // When another test was first, its template stands and this one goes.
  await rename(draft, template).catch(() => rm(draft, { recursive: true, force: true }))
}

async function engineVersion(): Promise<string> {
  const entry = fileURLToPath(import.meta.resolve('@electric-sql/pglite'))
  const { version } = JSON.parse(await readFile(join(dirname(entry), '..', 'package.json'), 'utf8')) as { version: string }
  return version
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
