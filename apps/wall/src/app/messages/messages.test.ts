import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { nl } from './nl.ts'

const source = resolve(import.meta.dirname, '../..')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('app/messages') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(source, file), 'utf8'))
const code = files.join('\n')
/** Names between braces that are values to fill in, not branches of a plural. */
const argumentsOf = (words: string) =>
  [...new Set([...words.matchAll(/(?<!(?:one|other|=0) )\{(\w+)[,}]/g)].map((match) => match[1] ?? ''))].sort()

describe('the words on the screen', () => {
  it('have the same keys and the same values to fill in, in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(nl).sort())
    for (const [key, words] of Object.entries(nl)) {
      expect([key, argumentsOf(en[key as keyof typeof nl])]).toEqual([key, argumentsOf(words)])
    }
  })

  it('shout at nobody, blame nobody and hide behind no jargon', () => {
    const banned =
      /!|score|sentiment\b|klagers?\b|burgers?\b|gebruikersinterface|implementeren|functionaliteit|dashboard|optimaliseren|middels|teneinde|inzake|conform/i
    for (const [key, words] of Object.entries(nl)) expect([key, banned.test(words)]).toEqual([key, false])
  })

  it('stay short: no Dutch sentence of more than twenty words', () => {
    for (const [key, words] of Object.entries(nl)) {
      const plain = words.replace(/\{\w+, plural,/g, '').replace(/[{}]/g, '')
      const longest = Math.max(
        ...plain.split(/[.:]\s/).map((sentence) => sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length),
      )
      if (!words.includes('plural')) expect([key, longest <= 20]).toEqual([key, true])
    }
  })

  it('are all used: a key that no page asks for is dead', () => {
    const patterns = [...code.matchAll(/`([a-zA-Z]+(?:\.[a-zA-Z]+)*\.)?\$\{[^}]*\}((?:\.[a-zA-Z]+)*)`/g)].map((match) => [
      match[1] ?? '',
      match[2] ?? '',
    ])
    const isBuilt = (key: string) => patterns.some(([head = '', tail = '']) => head !== '' && key.startsWith(head) && key.endsWith(tail))
    const dead = Object.keys(nl).filter((key) => !code.includes(`'${key}'`) && !isBuilt(key))
    expect(dead).toEqual([])
  })
})
