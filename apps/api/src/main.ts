import { ConfigError, readConfig } from './config.ts'
import { createProgress } from './start/progress.ts'
import { type Server, startServer } from './start/server.ts'

const STOP_MS = 5_000

/** What a person can do about a start that failed. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) return `The configuration is not as expected:\n${error.message}`
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return 'The port is in use: stop what runs there, or set PORT to another number.'
  if (code === 'EACCES') return `Not allowed: ${error.message}`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'HOST is no address of this machine.'
  return error.message
}

async function main(): Promise<void> {
  const progress = createProgress(process.stderr)
  let server: Server | null = null
  let stopping = false

  const stop = () => {
    if (stopping) process.exit(1)
    stopping = true
    progress.step('Stopping …')
    setTimeout(() => process.exit(0), STOP_MS).unref()
    if (!server) process.exit(0)
    void server.stop().then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)

  try {
    server = await startServer(readConfig(process.env), progress)
  } catch (error) {
    progress.end()
    process.stderr.write(`${explain(error)}\n`)
    process.exit(1)
  }
  progress.end()
  const lines = [`Rumoer is ready: ${server.url}`]
  if (server.signInLink) lines.push(`First sign-in (works once, 30 minutes): ${server.signInLink}`)
  process.stdout.write(`${lines.join('\n')}\n`)
}

await main()
