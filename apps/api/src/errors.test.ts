import { expect, test } from 'vitest'
import { badField, problemOf } from './errors.ts'

test('what is our own fault keeps its reason to itself', () => {
  const { problem } = problemOf(new Error('select * from users where email = sanne@lindehaven.example'))
  expect(problem).toEqual({ type: 'about:blank', title: 'Internal Server Error', status: 500, detail: 'Something went wrong here.' })
})

test('a database that is away is 503 with Retry-After, also inside another error', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  const { problem, headers } = problemOf(new Error('Failed query', { cause: refused }))
  expect([problem.status, headers['retry-after']]).toEqual([503, '5'])
})

test('a caller that hung up is not our fault', () => {
  expect(problemOf(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })).problem.status).toBe(400)
})

test('a shown value is masked and short', () => {
  const { problem } = problemOf(badField('channel', `bel 06-12345678 ${'x'.repeat(500)}`, 'expected a channel'))
  const [error] = problem.errors!
  expect(error!.value.length).toBeLessThanOrEqual(80)
  expect(error!.value).not.toContain('12345678')
})
