import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const REPOSITORY = resolve(import.meta.dirname, '../../..')
const READY_MS = 150_000

/** The real server in a process of its own, on a free port, as `npm start` runs it after the install. */
export type RunningServer = {
  url: string
  dataDir: string
  /** The first administrator's sign-in link; null when an administrator existed already. */
  signInLink: string | null
  process: ChildProcess
  /** Runs `rumoer …` against the same database; answers its stdout, or throws with its stderr. */
  rumoer(...args: string[]): Promise<string>
  /** Ends the process as an operator does, and waits; the data folder stays. */
  stop(): Promise<void>
  /** Ends the process as a power cut does. */
  kill(): Promise<void>
  removeData(): Promise<void>
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const { port } = probe.address() as { port: number }
  await new Promise((done) => probe.close(done))
  return port
}

/** Starts the server and waits until it says that it is ready. `env` adds to or replaces the environment; the port is a free one unless named. */
export async function startServer(env: Record<string, string> = {}, dataDir?: string, namedPort?: number): Promise<RunningServer> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'rumoer-')))
  const port = namedPort ?? (await freePort())
  const environment = {
    ...process.env,
    DATABASE_URL: '',
    DEMO: 'off',
    LOG_LEVEL: 'warn',
    ...env,
    DATA_DIR: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
  }
  const child = spawn(process.execPath, ['apps/api/src/main.ts'], { cwd: REPOSITORY, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const { signInLink } = await untilReady(child)
  const stopWith = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await ended
  }
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir: folder,
    signInLink,
    process: child,
    rumoer: (...args) => runCommand(args, environment),
    stop: () => stopWith('SIGTERM'),
    kill: () => stopWith('SIGKILL'),
    removeData: () => rm(folder, { recursive: true, force: true }),
  }
}

function untilReady(child: ChildProcess): Promise<{ signInLink: string | null }> {
  let output = ''
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`the server was not ready within ${READY_MS} ms:\n${output}`)), READY_MS)
    const hear = (chunk: Buffer) => {
      output += chunk.toString('utf8')
      if (!/Rumoer is ready: /.test(output)) return
      // The sign-in link, when there is one, comes with the same lines.
      setTimeout(() => {
        clearTimeout(timer)
        done({ signInLink: /(http\S+\/aanmelden#\S+)/.exec(output)?.[1] ?? null })
      }, 50)
    }
    child.stdout!.on('data', hear)
    child.stderr!.on('data', hear)
    child.once('exit', (code) => {
      clearTimeout(timer)
      fail(new Error(`the server ended with code ${code} before it was ready:\n${output}`))
    })
  })
}

function runCommand(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['apps/cli/src/main.ts', ...args], { cwd: REPOSITORY, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')))
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')))
    child.once('exit', (code) => (code === 0 ? done(stdout) : fail(new Error(`rumoer ${args.join(' ')} ended with ${code}:\n${stderr}`))))
  })
}
