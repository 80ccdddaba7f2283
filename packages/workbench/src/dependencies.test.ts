import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPackage, readRooms } from './boundaries/read-rooms.ts'
import { REPOSITORY } from './repository.ts'

test('every dependency has its sentence in the record of what we take, and the record names nothing that is gone', async () => {
  const { packages } = await readRooms()
  const root = await readPackage('.')
  const taken = [root, ...packages]
    .flatMap(({ dependencies, devDependencies }) => [...dependencies, ...devDependencies])
    .filter((name) => !name.startsWith('@rumoer/'))
  const record = await readFile(join(REPOSITORY, 'packages/workbench/decisions/0002-what-we-take.md'), 'utf8')
  const named = [...record.matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell]) => [...cell!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!))
  expect(named.sort()).toEqual([...new Set(taken)].sort())
})
