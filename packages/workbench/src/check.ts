import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { CHROMIUM } from './browser/open-page.ts'
import { countResults, type Results } from './check/count-results.ts'
import { runCommand } from './check/run-command.ts'
import { findFiles } from './find-files.ts'
import { REPOSITORY, SHARED_DATA } from './repository.ts'

type Step = { name: string; program: string; args: readonly string[] }
type Outcome = Results & { name: string; seconds: number; ok: boolean }

const bin = (name: string) => join(REPOSITORY, 'node_modules/.bin', name)
const NODE = process.execPath
const BAR = '─'.repeat(80)

const STATIC_STEPS: readonly Step[] = [
  { name: 'types', program: bin('tsc'), args: ['-p', '.'] },
  { name: 'types of the wall', program: bin('tsc'), args: ['-p', 'apps/wall'] },
  { name: 'types of the browser tests', program: bin('tsc'), args: ['-p', 'packages/workbench/tsconfig.browser.json'] },
  { name: 'lint and format', program: bin('biome'), args: ['ci', '--error-on-warnings', '.'] },
  { name: 'unused code', program: bin('knip'), args: ['--no-progress'] },
  { name: 'build of the wall', program: NODE, args: ['packages/workbench/src/check/build-wall.ts'] },
]

const heading = (text: string) => console.log(`\n${BAR}\n  ${text}\n${BAR}`)

function loudly(...lines: readonly string[]): void {
  console.log(['', '!'.repeat(80), ...lines.map((line) => `!! ${line}`), '!'.repeat(80)].join('\n'))
}

async function timed(name: string, place: string, work: () => Promise<{ code: number; results: Results }>): Promise<Outcome> {
  heading(`${place}  ${name}`)
  const startedMs = performance.now()
  const { code, results } = await work()
  const seconds = (performance.now() - startedMs) / 1_000
  console.log(`\n  ${code === 0 ? 'ok' : 'FAILED'}: ${name}, ${seconds.toFixed(1)} s`)
  return { ...results, name, seconds, ok: code === 0 }
}

const runStatic = ({ name, program, args }: Step, place: string) =>
  timed(name, place, async () => {
    const code = await runCommand(program, args, REPOSITORY)
    return { code, results: { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] } }
  })

const runTests = (project: string, place: string) =>
  timed(`tests: ${project}`, place, async () => {
    const reportPath = join(REPOSITORY, `.test-results.${project}.json`)
    await rm(reportPath, { force: true })
    const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`]
    const code = await runCommand(NODE, [join(REPOSITORY, 'node_modules/vitest/vitest.mjs'), ...args], REPOSITORY)
    const report = existsSync(reportPath) ? JSON.parse(await readFile(reportPath, 'utf8')) : null
    const results = countResults(report, code)
    return { code: results.failed > 0 ? 1 : code, results }
  })

/** Says before the start what this machine lacks, and what that leaves out. */
async function announce(): Promise<void> {
  if (!process.env.TEST_DATABASE_URL) {
    loudly(
      'TEST_DATABASE_URL IS NOT SET: the store and API suites run on the embedded database only,',
      'so the numbers below are lower than with a PostgreSQL.',
    )
  }
  if (CHROMIUM === null) {
    loudly(
      'NO CHROMIUM ON THIS MACHINE: ALL BROWSER TESTS ARE SKIPPED, so the numbers below are lower.',
      'Install chromium, or set CHROMIUM_PATH.',
    )
  }
  if (existsSync(SHARED_DATA)) return
  const tests = await findFiles(REPOSITORY, (path) => path.endsWith('.test.ts') || path.endsWith('.test.tsx'))
  const texts = await Promise.all(tests.map(async (path) => ({ path, text: await readFile(join(REPOSITORY, path), 'utf8') })))
  const needing = texts.filter(({ text }) => /shared\/data|SHARED_DATA/.test(text)).map(({ path }) => path)
  loudly('../shared/data IS ABSENT: tests on real data are skipped in', ...(needing.length > 0 ? needing : ['(no test file)']))
}

function sumUp(outcomes: readonly Outcome[]): { passed: number; failed: number } {
  heading('together')
  for (const { name, passed, failed, seconds, ok } of outcomes) {
    console.log(
      `  ${(ok ? 'ok' : 'FAILED').padEnd(7)} ${name.padEnd(26)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(1).padStart(7)} s`,
    )
  }
  for (const { file, tests } of outcomes.flatMap(({ skipped }) => skipped)) {
    console.log(`  skipped ${tests} in ${relative(REPOSITORY, file)}`)
  }
  return outcomes.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  })
}

await announce()
const projects = CHROMIUM === null ? ['node'] : ['node', 'browser']
const total = STATIC_STEPS.length + projects.length
const outcomes: Outcome[] = []
for (const step of STATIC_STEPS) outcomes.push(await runStatic(step, `${outcomes.length + 1}/${total}`))
for (const project of projects) outcomes.push(await runTests(project, `${outcomes.length + 1}/${total}`))
const { passed, failed } = sumUp(outcomes)
if (CHROMIUM === null) loudly('THE BROWSER TESTS DID NOT RUN: there is no Chromium on this machine.')
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
