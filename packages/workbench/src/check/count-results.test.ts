import { expect, test } from 'vitest'
import { countResults } from './count-results.ts'

const file = (name: string, status: string, ...assertions: string[]) => ({
  name,
  status,
  assertionResults: assertions.map((one) => ({ status: one })),
})

test('tests are counted one by one and what did not run is named', () => {
  const report = { testResults: [file('a', 'passed', 'passed', 'passed', 'skipped'), file('b', 'failed', 'passed', 'failed')] }
  expect(countResults(report, 1)).toEqual({ passed: 3, failed: 1, skipped: [{ file: 'a', tests: 1 }] })
})

test('a file that cannot be loaded counts as one failed', () => {
  expect(countResults({ testResults: [file('a', 'passed', 'passed'), file('b', 'failed')] }, 1)).toMatchObject({ passed: 1, failed: 1 })
})

test('a run that ends badly never counts as all well', () => {
  expect(countResults({ testResults: [file('a', 'passed', 'passed')] }, 1)).toMatchObject({ passed: 1, failed: 1 })
  expect(countResults(null, 0)).toMatchObject({ passed: 0, failed: 1 })
  expect(countResults({ testResults: [file('a', 'passed', 'passed')] }, 0)).toMatchObject({ passed: 1, failed: 0 })
})
