import type { Municipality } from '@rumoer/contracts'
import { openStore, type SourceRow, type Store } from '@rumoer/store'
import { openSecret } from '@rumoer/walk'
import { UsageError } from './command.ts'
import { type Config, readConfig } from './config.ts'

/** Opens the configured database (through the running server's socket when there is one), and closes it whatever happens. */
export async function withStore<Result>(use: (store: Store, config: Config) => Promise<Result>): Promise<Result> {
  const config = readConfig()
  const store = await openStore({
    dataDir: config.dataDir,
    role: 'tool',
    ...(config.databaseUrl === undefined ? {} : { databaseUrl: config.databaseUrl }),
  })
  try {
    return await use(store, config)
  } finally {
    await store.close()
  }
}

export const secretOf = async (config: Config): Promise<Buffer> =>
  (await openSecret({ dataDir: config.dataDir, ...(config.secretKey === undefined ? {} : { configured: config.secretKey }) })).secret

/** The municipality named by its code; may be left out when there is one. */
export async function municipalityOf(store: Store, code: string | undefined): Promise<Municipality> {
  if (code !== undefined) {
    const found = await store.municipalities.byCode(code)
    if (!found) throw new UsageError(`--municipality: ${code.slice(0, 80)}; expected the code of a municipality here`)
    return found
  }
  const [first, ...others] = await store.municipalities.list()
  if (!first) throw new UsageError('expected a municipality: add one with `municipality add --code GM0106 --name Assen`')
  if (others.length > 0) throw new UsageError('expected --municipality: there is more than one')
  return first
}

/** The source of that name, or a `UsageError` that says how to add one. */
export async function sourceOf(store: Store, municipality: Municipality, name: string): Promise<SourceRow> {
  const found = await store.sources.byName(municipality.id, name)
  if (!found)
    throw new UsageError(
      `--source: ${name.slice(0, 80)}; expected the name of a source here: add one with \`source add --name … --kind http --channel …\``,
    )
  return found
}
