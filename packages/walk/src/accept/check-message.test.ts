import { expect, test } from 'vitest'
import { checkMessage, shownValue } from './check-message.ts'

const good = {
  externalId: '1',
  kind: 'post',
  channel: 'facebook',
  createdAt: '2026-11-24T14:10:00+01:00',
  text: 'Bruin water uit de kraan',
}
const errorsOf = (changes: Record<string, unknown>) => {
  const checked = checkMessage({ ...good, ...changes })
  return checked.ok ? [] : checked.errors
}

test('all errors of one message are told together, each with place, value and expectation', () => {
  const errors = errorsOf({ kind: 'roddel', createdAt: 'gisteren', colour: 'rood', location: { lat: 52.6 } })
  expect(errors.map(({ path }) => path).sort()).toEqual(['colour', 'createdAt', 'kind', 'location.lon'])
  expect(errors.find(({ path }) => path === 'kind')).toMatchObject({ value: 'roddel', expected: expect.stringContaining('melding') })
})

test('a value in an error is masked and cut at 80 characters', () => {
  const [error] = errorsOf({ createdAt: `mail ${'jan.jansen@voorbeeld.example '.repeat(9)}` })
  expect(error!.value).not.toContain('jan.jansen')
  expect(error!.value.length).toBeLessThanOrEqual(80)
  expect(shownValue('😀'.repeat(90)).isWellFormed()).toBe(true)
})

test('NUL characters, lone surrogates and texts of a megabyte are refused', () => {
  expect(errorsOf({ text: 'a\u0000b' })[0]).toMatchObject({ path: 'text', expected: expect.stringContaining('NUL') })
  expect(errorsOf({ text: 'a\ud800b' })[0]).toMatchObject({ path: 'text', expected: expect.stringContaining('surrogate') })
  expect(errorsOf({ text: 'a'.repeat(1_000_000) })[0]).toMatchObject({ path: 'text', expected: expect.stringContaining('20000') })
})

test('a point abroad is refused, and swapped axes are called that', () => {
  expect(errorsOf({ location: { lat: 48.85, lon: 2.35 } })[0]!.expected).toContain('inside the Netherlands')
  expect(errorsOf({ location: { lat: 5.3, lon: 52.6 } })[0]!.expected).toContain('axes look swapped')
})

test('an empty text is fine with location and category, and refused without', () => {
  expect(errorsOf({ text: '' })[0]).toMatchObject({ path: 'text' })
  expect(errorsOf({ text: '', location: { lat: 52.6, lon: 5.3 }, category: { main: 'afval' } })).toEqual([])
})
