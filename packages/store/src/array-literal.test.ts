import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bytesArray, jsonList, jsonListOf, plainArray, textArray } from './array-literal.ts'
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts'

let opened: TestDatabase
beforeAll(async () => {
  opened = await openTestDatabase()
})
afterAll(() => opened.close())

const storable = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0') && text.isWellFormed())
const echo = async (type: string, literal: string) =>
  (await opened.database.pool.query(`select $1::${type}[] as list`, [literal])).rows[0].list

test('any texts come back from the database as they went', async () => {
  const awkward = ['', 'NULL', 'null', '{}', '"', '\\', '\\"', "'", ',', ' ', '\n', 'é💧', '{"a":"b\\n"}', null]
  expect(await echo('text', textArray(awkward))).toEqual(awkward)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(storable)), async (texts) => {
      expect(await echo('text', textArray(texts))).toEqual(texts)
    }),
    { numRuns: 100 },
  )
})

test('numbers, booleans, instants and bytes come back as they went', async () => {
  expect(await echo('float8', plainArray([1, -0.5, 1e-7, 1e21, null]))).toEqual([1, -0.5, 1e-7, 1e21, null])
  expect(await echo('bool', plainArray([true, false, null]))).toEqual([true, false, null])
  const instants = [new Date('2026-11-24T09:00:00.123Z'), new Date('1990-01-01T00:00:00Z')]
  expect(await echo('timestamptz', plainArray(instants))).toEqual(instants)
  const bytes = [Buffer.from([0, 1, 255, 92, 34]), Buffer.alloc(0), null]
  expect(await echo('bytea', bytesArray(bytes))).toEqual(bytes)
  expect(await echo('int', plainArray([]))).toEqual([])
})

test('JSON documents come back from the database as they went', async () => {
  const echoJson = async (documents: readonly unknown[]) =>
    (await opened.database.pool.query(`select array(select d::json from unnest(${jsonListOf(1)}) as d) as list`, [jsonList(documents)]))
      .rows[0].list
  const awkward = [{ a: 'say "hi"\\' }, '', '\u0001', '\u0002', [], {}, null, { b: null }, 'é💧', 0]
  expect(await echoJson(awkward)).toEqual(awkward)
  expect(await echoJson([null])).toEqual([null])
  expect(await echoJson([])).toEqual([])
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.option(fc.dictionary(storable, fc.oneof(storable, fc.double({ noNaN: true, noDefaultInfinity: true }))))),
      async (documents) => {
        const plain = JSON.parse(JSON.stringify(documents)) as unknown[]
        expect(await echoJson(documents)).toEqual(plain)
      },
    ),
    { numRuns: 100 },
  )
})
