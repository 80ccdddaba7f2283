import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestOf } from './best-of.ts'
import { emptyIssue } from './open-issue.ts'

test('the best are those that a full sort puts first, the older first among equals', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: 1, max: 8 }), (scores, limit) => {
      const issues = scores.map((_, serial) => emptyIssue(`i${serial}`, serial))
      const scoreOf = ({ serial }: { serial: number }) => scores[serial]!
      const sorted = [...issues].sort((a, b) => scoreOf(b) - scoreOf(a) || a.serial - b.serial)
      expect(bestOf(issues, limit, scoreOf)).toEqual(issues.length <= limit ? issues : sorted.slice(0, limit))
    }),
  )
})
