import { expect, test } from 'vitest'
import { createVault } from './vault.ts'

const vault = createVault(Buffer.alloc(32, 7))

test('what was sealed opens again, and every seal of the same thing looks different', () => {
  const original = { author: '@bewoner_12', url: 'https://voorbeeld.example/bericht/1' }
  const sealed = vault.seal(original)
  expect(vault.open(sealed)).toEqual(original)
  expect(vault.seal(original).equals(sealed)).toBe(false)
  expect(sealed.includes(Buffer.from('bewoner'))).toBe(false)
})

test('a seal that was touched, or made with another secret, does not open', () => {
  const sealed = vault.seal({ author: 'iemand' })
  sealed[sealed.length - 1]! ^= 1
  expect(() => vault.open(sealed)).toThrow()
  expect(() => createVault(Buffer.alloc(32, 8)).open(vault.seal({ author: 'iemand' }))).toThrow()
})

test('secrets of a source open for that source and no other, and an original does not open as one', () => {
  const sealed = vault.sealSecrets('bron-1', { token: 'geheim' })
  expect(vault.openSecrets('bron-1', sealed)).toEqual({ token: 'geheim' })
  expect(sealed.includes(Buffer.from('geheim'))).toBe(false)
  expect(() => vault.openSecrets('bron-2', sealed)).toThrow()
  expect(() => vault.open(sealed)).toThrow()
})

test('one author is one voice within a quarter and channel, and another voice in the next quarter or municipality', () => {
  const voice = vault.voice(1, '2026Q4', 'facebook', 'ankie')
  expect(vault.voice(1, '2026Q4', 'facebook', 'ankie')).toBe(voice)
  expect(voice).not.toContain('ankie')
  expect(
    new Set([
      voice,
      vault.voice(1, '2027Q1', 'facebook', 'ankie'),
      vault.voice(2, '2026Q4', 'facebook', 'ankie'),
      vault.voice(1, '2026Q4', 'x', 'ankie'),
    ]).size,
  ).toBe(4)
})

test('names and pseudonyms are the same in every release: what is stored under them must be found again', () => {
  expect(vault.externalKey(1, 'melding-1').toString('hex')).toBe('8f3de61523f7ad76557e0a3099aac0eaa50ecb006c18cf8491c9972e45788a13')
  expect(vault.voice(1, '2026Q4', 'facebook', 'ankie')).toBe('cuavxWIGNkk8Y3cTMB5k4w')
})

test('a secret that is too short is refused', () => {
  expect(() => createVault(Buffer.alloc(31))).toThrow('31 bytes, expected at least 32')
})
