import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSignedLinks } from './signed-links.ts'

const links = createSignedLinks(Buffer.alloc(32, 5), 'hand-over')
const named = { id: randomUUID(), version: 3, until: new Date('2026-12-08T09:00:00Z') }
const token = links.sign(named)

test('a link says which hand-over it opens, until when', () => {
  expect(links.read(token)).toEqual(named)
  expect(createSignedLinks(Buffer.alloc(32, 6), 'hand-over').read(token)).toBeNull()
})

test('a link in which anything was changed opens nothing', () => {
  fc.assert(
    fc.property(fc.nat({ max: token.length - 2 }), fc.constantFrom('0', '1', 'a', 'f', '.', '-'), (at, letter) => {
      fc.pre(token[at] !== letter)
      expect(links.read(token.slice(0, at) + letter + token.slice(at + 1))).toBeNull()
    }),
  )
  expect(links.read('')).toBeNull()
})
