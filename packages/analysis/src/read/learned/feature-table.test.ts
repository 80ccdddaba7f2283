import fc from 'fast-check'
import { expect, it } from 'vitest'
import { featureTable } from './feature-table.ts'

it('finds what is known of each hash, and nothing of any other', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(0xffffffff), { maxLength: 200 }), fc.nat(0xffffffff), (keys, other) => {
      const counts = Uint8Array.from(keys, (_, row) => row % 3)
      const pairs = Uint8Array.from(keys.flatMap((_, row) => Array.from({ length: 2 * (row % 3) }, () => row % 200)))
      const table = featureTable(
        Uint32Array.from(keys),
        Uint8Array.from(keys, (_, row) => row % 250),
        counts,
        pairs,
      )
      keys.forEach((key, row) => {
        const begins = table.find(key)
        expect([...table.say.subarray(begins, begins + 2 + 2 * counts[row]!)]).toEqual([
          row % 250,
          row % 3,
          ...Array(2 * (row % 3)).fill(row % 200),
        ])
      })
      if (!keys.includes(other)) expect(table.find(other)).toBe(0)
    }),
  )
})
