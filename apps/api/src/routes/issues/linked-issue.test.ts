import { expect, test } from 'vitest'
import { linkedIssue } from './linked-issue.ts'

const ISSUE = '0193600a-7b1c-7000-8000-0123456789ab'

test.each([
  [ISSUE, ISSUE],
  [` ${ISSUE.toUpperCase()} `, ISSUE],
  [`https://rumoer.example.nl/issues/${ISSUE}?replay=3#berichten`, ISSUE],
  [`/issues/${ISSUE}`, ISSUE],
  [`http://localhost:8080/issues/${ISSUE}/`, ISSUE],
  ['https://rumoer.example.nl/', null],
  ['losliggende stoeptegels', null],
  [`${ISSUE}0`, null],
])('%s points at %s', (text, expected) => {
  expect(linkedIssue(text)).toBe(expected)
})
