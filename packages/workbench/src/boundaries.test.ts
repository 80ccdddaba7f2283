import { beforeAll, describe, expect, test } from 'vitest'
import { findBreaches } from './boundaries/find-breaches.ts'
import { readRooms } from './boundaries/read-rooms.ts'
import { MAY_IMPORT } from './boundaries/room-rules.ts'
import { importsOf, type PackageFile } from './boundaries/source-file.ts'

describe('the house as it stands', () => {
  let rooms: Awaited<ReturnType<typeof readRooms>>
  beforeAll(async () => {
    rooms = await readRooms()
  })

  test('every folder of packages and apps is a room that the rules know', () => {
    expect(rooms.packages.map(({ folder }) => folder).sort()).toEqual(Object.keys(MAY_IMPORT).sort())
    expect(rooms.files.length).toBeGreaterThan(50)
  })

  test('nobody imports, says or names what the architecture forbids', () => {
    expect(findBreaches(rooms.files, rooms.packages)).toEqual([])
  })

  test('no package.json lists a room that its room may not see', () => {
    const listed = rooms.packages.flatMap(({ folder, dependencies, devDependencies }) =>
      [...dependencies, ...devDependencies]
        .filter((name) => name.startsWith('@rumoer/') && name !== '@rumoer/workbench')
        .map((name) => ({ folder, room: name.slice('@rumoer/'.length) })),
    )
    expect(listed.filter(({ folder, room }) => !MAY_IMPORT[folder]!.includes(room))).toEqual([])
  })
})

describe('a house that is meant to fail', () => {
  const room = (folder: string, ...dependencies: string[]): PackageFile => ({
    folder,
    name: `@rumoer/${folder.split('/')[1]}`,
    dependencies,
    devDependencies: ['fast-check'],
  })
  const packages = [
    room('packages/contracts', '@rumoer/analysis'),
    room('packages/analysis', '@rumoer/contracts', 'natural'),
    room('packages/store', '@rumoer/analysis', 'pg'),
    room('packages/walk', '@rumoer/store'),
    room('packages/workbench', '@rumoer/walk'),
    room('apps/api', '@rumoer/walk', '@rumoer/workbench', 'pg'),
    room('apps/cli', '@rumoer/workbench'),
    room('apps/wall', 'recharts', '@rumoer/contracts', '@rumoer/store'),
  ]
  const breach = (path: string, text: string) => findBreaches([{ path, text }], packages)

  test.each([
    ['a noun that knows a room', 'packages/contracts/src/a.ts', "import { x } from '@rumoer/analysis/read'"],
    ['a verb that calls another', 'packages/analysis/src/read/a.ts', "import { x } from '../cluster/index.ts'"],
    ['a thought that reads the clock', 'packages/analysis/src/detect/a.ts', 'export const at = Date.now()'],
    ['a thought that rolls dice', 'packages/analysis/src/maths/a.ts', 'export const chance = () => Math.random()'],
    ['a thought that reads files', 'packages/analysis/src/read/a.ts', "import { readFileSync } from 'node:fs'"],
    [
      'natural outside its one folder',
      'packages/analysis/src/read/a.ts',
      "import stem from 'natural/lib/natural/stemmers/porter_stemmer_nl'",
    ],
    ['a memory that thinks', 'packages/store/src/a.ts', "import { x } from '@rumoer/analysis/read'"],
    ['a conveyor that speaks SQL', 'packages/walk/src/a.ts', 'export const q = `select id from messages`'],
    ['a conveyor that looks at the clock', 'packages/walk/src/a.ts', 'export const at = () => new Date()'],
    ['a conveyor that knows an app', 'packages/walk/src/a.ts', "export * from '../../../apps/api/src/app.ts'"],
    ['a driver outside the store', 'apps/api/src/a.ts', "import pg from 'pg'"],
    ['a route that reads the environment', 'apps/api/src/routes/a.ts', 'export const port = process.env.PORT'],
    ['a route that takes the environment apart', 'apps/api/src/routes/a.ts', 'const { PORT } = process.env'],
    ['a route that prints', 'apps/api/src/routes/a.ts', "console.log('x')"],
    ['an app that leans on the workbench', 'apps/api/src/a.ts', "import { bench } from '@rumoer/workbench/bench'"],
    ['benchmarks loaded before they are asked for', 'apps/cli/src/a.ts', "import { bench } from '@rumoer/workbench/bench'"],
    ['a wall that knows the store', 'apps/wall/src/lib/a.ts', "import { openStore } from '@rumoer/store'"],
    ['a feature that knows another', 'apps/wall/src/features/live/a.tsx', "import { X } from '../alerts/x.tsx'"],
    ['a feature that knows the stream', 'apps/wall/src/features/live/a.tsx', "import { X } from '../../stream/connection.ts'"],
    ['a feature that draws with recharts', 'apps/wall/src/features/live/a.tsx', "import { LineChart } from 'recharts'"],
    ['a dependency that is not listed', 'packages/walk/src/a.ts', "import { z } from 'zod'"],
    ['a test library in the code', 'packages/walk/src/a.ts', "import fc from 'fast-check'"],
    ['a name that says nothing', 'packages/walk/src/date-utils.ts', ''],
    ['a name in capitals', 'packages/walk/src/DateTime.ts', ''],
    ['a file that nobody reads to the end', 'packages/walk/src/a.ts', '\n'.repeat(401)],
    ['a file in no room', 'packages/attic/src/a.ts', ''],
  ])('%s is found', (_what, path, text) => {
    expect(breach(path, text)).toHaveLength(1)
  })

  test.each([
    ['the verbs may know the language', 'packages/analysis/src/read/a.ts', "import { x } from '../language/tokens.ts'"],
    ['a test may use a test library', 'packages/walk/src/a.test.ts', "import fc from 'fast-check'"],
    ['the cli loads benchmarks when asked', 'apps/cli/src/a.ts', "const { bench } = await import('@rumoer/workbench/bench')"],
    [
      'a comment may speak of anything',
      'packages/walk/src/a.ts',
      "// import pg from 'pg'; process.env.PORT\n/** Date.now() is not used */",
    ],
    ['config.ts reads the environment', 'apps/api/src/config.ts', 'export const port = process.env.PORT'],
    ['main.ts hands the environment on', 'apps/api/src/main.ts', 'readConfig(process.env)'],
    ['a test may quote SQL', 'apps/api/src/a.test.ts', "const leaked = 'select id from messages'"],
  ])('%s', (_what, path, text) => {
    expect(breach(path, text)).toEqual([])
  })
})

test('imports are seen over several lines, as types, re-exported and on the way', () => {
  const text =
    "import {\n  a,\n  b,\n} from 'one'\nimport type { T } from 'two'\nexport * from 'three'\nimport 'four'\nconst five = await import('./five.ts')\nimport six, { seven } from \"six\""
  expect(importsOf(text).map(({ specifier }) => specifier)).toEqual(['one', 'two', 'three', 'four', 'six', './five.ts'])
})
