import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { detect } from './detect.ts'

async function judged(csv: string, ...args: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const io = { stdin: Readable.from([Buffer.from(csv)]), stdout, stderr, signal: new AbortController().signal, isTerminal: false }
  const code = await detect.run(args, io)
  stdout.end()
  stderr.end()
  return { code, rows: (await text(stdout)).trim().split('\n'), told: await text(stderr) }
}
const day = (number: number) => new Date(Date.UTC(2024, 0, number)).toISOString().slice(0, 10)

test('columns come back untouched with four more, and an outbreak rings in its own series only', async () => {
  const lines = Array.from({ length: 60 }, (_, at) => [
    `${day(at + 1)},${at === 50 ? 40 : 3},"Oost, a",x`,
    `${day(at + 1)},3,West,y`,
  ]).flat()
  const { code, rows, told } = await judged(`day,count,area,note\n${lines.join('\n')}\n`)
  expect(code).toBe(0)
  expect(told).toBe('')
  expect(rows[0]).toBe('day,count,area,note,expected,threshold,score,alarm')
  expect(rows).toHaveLength(121)
  expect(rows.filter((row) => row.endsWith(',1'))).toEqual([expect.stringMatching(/^2024-02-20,40,"Oost, a",x,\d/)])
  expect(rows.join()).not.toMatch(/NaN|Infinity/)
})

test('a bad line is told by its number in the file, its field and what was expected; the others are judged', async () => {
  const { code, rows, told } = await judged('t,c\n2024-01-01,1\n\n2024-01-02,-3\ntomorrow,3\n2024-01-03,\n2024-01-04,2\n')
  expect(code).toBe(1)
  expect(rows).toHaveLength(3)
  expect(told.split('\n').slice(0, 3)).toEqual([
    'line 4: c: -3; expected a count of 0 or more',
    'line 5: t: tomorrow; expected a time',
    'line 6: c: ; expected a count of 0 or more',
  ])
})

test('missing steps are filled and told; a gap of ages is left open', async () => {
  const days = [1, 2, 3, 6, 7].map((number) => `${day(number)},2`)
  expect((await judged(`t,c\n${days.join('\n')}\n`)).told).toBe('2 missing steps were filled with 0\n')
  const ages = await judged(`t,c\n1024-01-01,2\n${days.join('\n')}\n`)
  expect(ages.told).toMatch(/a gap of \d+ steps before 2024-01-01T00:00:00.000Z was left open/)
  expect(ages.rows).toHaveLength(7)
})

test('a file without a count column is wrong usage', async () => {
  await expect(judged('t\n2024-01-01\n')).rejects.toThrow(/line 1: expected a header/)
})
