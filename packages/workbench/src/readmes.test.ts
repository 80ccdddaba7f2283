import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readRooms } from './boundaries/read-rooms.ts'
import { findFiles } from './find-files.ts'
import { REPOSITORY } from './repository.ts'

const README_LINES = 10
const read = (path: string) => readFile(join(REPOSITORY, path), 'utf8')
const { packages } = await readRooms()
const pages = await findFiles(REPOSITORY, (path) => path.endsWith('.md'))

/** Names of environment variables that a `config.ts` reads. */
const variablesOf = (config: string) => [...config.matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name!)

/** Targets of the links in a page that lie in the repository, without their anchors. */
const linksOf = (page: string) =>
  [...page.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))

describe('every room', () => {
  test.each(packages.map(({ folder }) => folder))('%s says in at most ten lines what it is', async (folder) => {
    const lines = (await read(`${folder}/README.md`)).trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(README_LINES)
    expect(lines[0]).toMatch(/^# /)
  })
})

test.each(pages)('every link of %s leads somewhere', async (path) => {
  const dead = linksOf(await read(path)).filter((target) => !existsSync(join(REPOSITORY, dirname(path), decodeURI(target))))
  expect(dead).toEqual([])
})

test('links in code are no links, and anchors and addresses are left alone', () => {
  expect(linksOf('[a](b.md#c) `[d](e.md)` [f](https://example.nl) [g](#h)\n```\n[i](j.md)\n```')).toEqual(['b.md'])
})

test('every test that the stream protocol names exists', async () => {
  const named = [...(await read('packages/contracts/STREAM.md')).matchAll(/`([\w/.-]+\.test\.tsx?)`/g)].map(([, path]) => path!)
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((path) => !existsSync(join(REPOSITORY, path)))).toEqual([])
})

test('the README names exactly the environment variables that the apps read', async () => {
  const [, section = ''] = (await read('README.md')).split('## Configuration')
  const table = section
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('|'))
  const told = table.flatMap((line) => [...line.split('|')[1]!.matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, name]) => name!))
  const configs = await Promise.all(['apps/api/src/config.ts', 'apps/cli/src/config.ts'].map(read))
  expect([...new Set(told)].sort()).toEqual([...new Set(configs.flatMap(variablesOf))].sort())
})
