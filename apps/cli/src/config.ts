import { resolve } from 'node:path'
import { z } from 'zod'

const REPOSITORY = resolve(import.meta.dirname, '../../..')

const environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'expected postgres://…')
    .optional(),
  DATA_DIR: z.string().min(1).default('./.rumoer'),
  SECRET_KEY: z.string().optional(),
  PUBLIC_URL: z.url().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
})

export type Config = { databaseUrl: string | undefined; dataDir: string; secretKey: string | undefined; publicUrl: string }

/** Reads the environment once; all mistakes together. Relative folders are the repository's, as they are for the server. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const read = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))
  if (!read.success) throw new Error(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  const { DATABASE_URL, DATA_DIR, SECRET_KEY, PUBLIC_URL, HOST, PORT } = read.data
  return Object.freeze({
    databaseUrl: DATABASE_URL,
    dataDir: resolve(REPOSITORY, DATA_DIR),
    secretKey: SECRET_KEY,
    publicUrl: (PUBLIC_URL ?? `http://${HOST}:${PORT}`).replace(/\/$/, ''),
  })
}
