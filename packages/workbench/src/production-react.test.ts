import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findFiles } from './find-files.ts'
import { REPOSITORY } from './repository.ts'

const WALL = join(REPOSITORY, 'apps/wall')
const isBuilt = existsSync(join(WALL, 'dist/index.html'))

/** Marks of React's development build, which measures every render and fills a tab's memory within hours. */
const DEVELOPMENT_MARKS = [
  'react-dom-client.development',
  'react.development',
  'jsxDEV',
  'Download the React DevTools',
  'react-stack-top-frame',
]

const marksIn = (script: string) => DEVELOPMENT_MARKS.filter((mark) => script.includes(mark))

describe.skipIf(!isBuilt)('the built wall (build it first: `pnpm --filter @rumoer/wall build`)', () => {
  test('holds no development build of React', async () => {
    const scripts = await findFiles(join(WALL, 'dist'), (path) => path.endsWith('.js'))
    const found = await Promise.all(
      scripts.map(async (path) => ({ path, marks: marksIn(await readFile(join(WALL, 'dist', path), 'utf8')) })),
    )
    expect(scripts.length).toBeGreaterThan(0)
    expect(found.filter(({ marks }) => marks.length > 0)).toEqual([])
  })
})

test('React’s own development file carries the marks, so they would be seen', async () => {
  const development = await readFile(join(WALL, 'node_modules/react-dom/cjs/react-dom-client.development.js'), 'utf8')
  expect(marksIn(development).length).toBeGreaterThan(0)
  const production = await readFile(join(WALL, 'node_modules/react-dom/cjs/react-dom-client.production.js'), 'utf8')
  expect(marksIn(production)).toEqual([])
})
