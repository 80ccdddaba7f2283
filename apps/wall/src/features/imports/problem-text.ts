import type { RowProblem } from '@rumoer/contracts'
import { type MessageId, useText } from '../../lib/text.ts'

const EXPECTED: Readonly<Record<string, MessageId>> = {
  externalId: 'imports.expected.externalId',
  kind: 'imports.expected.kind',
  channel: 'imports.expected.channel',
  createdAt: 'imports.expected.createdAt',
  closedAt: 'imports.expected.closedAt',
  updatedAt: 'imports.expected.updatedAt',
  text: 'imports.expected.text',
  lat: 'imports.expected.lat',
  lon: 'imports.expected.lon',
  areaCode: 'imports.expected.areaCode',
  language: 'imports.expected.language',
  reach: 'imports.expected.reach',
}

/** What is wrong with a cell, in a sentence: column, value and expectation, with its line when that is given. */
export function useProblemText(): (problem: RowProblem & { line?: number }) => string {
  const text = useText()
  return ({ line, field, column, value, expected }) => {
    const known = EXPECTED[field]
    const values = {
      column: column || '–',
      value: value === '' ? text('imports.problem.empty') : `“${value}”`,
      expected: known ? text(known) : expected.replace(/^expected /, ''),
    }
    return line === undefined ? text('imports.problem.short', values) : text('imports.problem', { line, ...values })
  }
}
