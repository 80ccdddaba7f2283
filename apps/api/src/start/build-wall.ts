import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'

const REPOSITORY = resolve(import.meta.dirname, '../../../..')
const WALL = join(REPOSITORY, 'apps/wall')
const STAMP = join(WALL, 'dist/.stamp')
/** All that decides what the built wall looks like. */
const INPUTS = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json', 'tsconfig.json'].map((name) => join(WALL, name))
const SHARED_INPUTS = [join(REPOSITORY, 'packages/contracts/src'), join(REPOSITORY, 'pnpm-lock.yaml')]
const MAX_REASON = 2_000

/** The wall could not be built; the API works without it. */
export class WallBuildError extends Error {
  override readonly name = 'WallBuildError'
}

async function filesOf(path: string): Promise<string[]> {
  if (!existsSync(path)) return []
  if (!(await stat(path)).isDirectory()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile() && !entry.name.includes('.test.')).map((entry) => join(entry.parentPath, entry.name))
}

async function stampOfInputs(): Promise<string> {
  const files = (await Promise.all([...INPUTS, ...SHARED_INPUTS].map(filesOf))).flat().sort()
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(`${relative(REPOSITORY, file)}\0`)
      .update(await readFile(file))
      .update('\0')
  return hash.digest('hex')
}

/** Builds the wall when its sources differ from those of the last build. Answers whether it built. Throws a `WallBuildError` with the builder's own words. */
export async function buildWall(onStart: () => void): Promise<boolean> {
  const stamp = await stampOfInputs()
  const built = await readFile(STAMP, 'utf8').catch(() => null)
  if (built === stamp) return false
  onStart()
  await runVite()
  await writeFile(STAMP, stamp)
  return true
}

function runVite(): Promise<void> {
  const child = spawn(process.execPath, [join(WALL, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: WALL,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let reason = ''
  child.stderr.on('data', (chunk: Buffer) => {
    reason = (reason + chunk.toString('utf8')).slice(-MAX_REASON)
  })
  return new Promise((done, fail) => {
    child.once('error', (error) => fail(new WallBuildError(error.message)))
    child.once('exit', (code) => (code === 0 ? done() : fail(new WallBuildError(reason.trim() || `the builder ended with code ${code}`))))
  })
}
