import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BASE_COLOURS, contrast as contrastOf, DEFAULT_STYLE } from '@rumoer/contracts'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
const blocks = css.split('}')
const tokensOf = (block: string) =>
  Object.fromEntries([...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]))
const themes: Record<string, Record<string, string | undefined>> = { light: tokensOf(blocks[0] ?? ''), dark: tokensOf(blocks[1] ?? '') }

function contrast(theme: string, front: string, back: string): number {
  const [a, b] = [front, back].map((name) => {
    const hex = themes[theme]?.[name]
    if (!hex) throw new Error(`${theme}: expected a token --${name} with six digits`)
    return hex
  })
  return contrastOf(a!, b!)
}

describe.each(['light', 'dark'])('colours of the %s theme', (theme) => {
  it.each(['paper', 'raised', 'sunken'])('keep ink on %s at the 7:1 of the wall', (back) => {
    expect(contrast(theme, 'ink', back)).toBeGreaterThanOrEqual(7)
  })

  it.each([
    ['ink-soft', 'paper'],
    ['ink-soft', 'raised'],
    ['ink-soft', 'sunken'],
    ['ink-soft', 'accent-wash'],
    ['ink', 'accent-wash'],
    ['ink', 'map-1'],
    ['accent', 'paper'],
    ['accent', 'raised'],
    ['accent', 'accent-wash'],
    ['accent-ink', 'accent'],
    ['negative', 'paper'],
    ['neutral', 'paper'],
    ['positive', 'paper'],
  ])('keep text in %s on %s at 4.5:1', (front, back) => {
    expect(contrast(theme, front, back)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['paper', 'raised'])('keep lines and marks on %s at 3:1', (back) => {
    expect(contrast(theme, 'rule', back)).toBeGreaterThanOrEqual(3)
  })

  it('give a busier area a shade that stands further from the page', () => {
    const steps = ['map-0', 'map-1', 'map-2', 'map-3', 'map-4'].map((name) => contrast(theme, name, 'paper'))
    expect([...steps].sort((a, b) => a - b)).toEqual(steps)
    for (let at = 1; at < steps.length; at += 1) expect(steps[at]! / steps[at - 1]!).toBeGreaterThan(1.15)
  })
})

it('sentiment has exactly the colours that were checked for colour blindness', () => {
  const { light, dark } = themes
  expect([light?.negative, light?.neutral, light?.positive]).toEqual(['#b35806', '#6b7280', '#2166ac'])
  expect([dark?.negative, dark?.neutral, dark?.positive]).toEqual(['#f4a259', '#a3adbb', '#6db3f2'])
})

it('a house style is checked against the colours that stand here', () => {
  for (const look of ['light', 'dark'] as const) {
    expect(themes[look]).toMatchObject(BASE_COLOURS[look])
    expect(themes[look]?.accent).toBe(DEFAULT_STYLE.accent[look])
  }
})
