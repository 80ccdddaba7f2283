import { contrast, DEFAULT_STYLE } from '@rumoer/contracts'
import { expect, test } from 'vitest'
import { deskTokens, houseStyleSheet } from './house-style.ts'

const style = { ...DEFAULT_STYLE, accent: { light: '#7a0019', dark: '#ff9aa8' }, wall: { light: '#ffffff', dark: '#000000' }, radius: 0 }

test('text on the accent and on its wash can be read in both looks', () => {
  for (const look of ['light', 'dark'] as const) {
    const tokens = deskTokens(style, look)
    expect(contrast(tokens['--accent']!, tokens['--accent-ink']!)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(tokens['--accent']!, tokens['--accent-wash']!)).toBeGreaterThanOrEqual(4.5)
  }
})

test('the sheet holds both looks, and the wall its own background', () => {
  const sheet = houseStyleSheet(style)
  expect(sheet).toContain(':root,[data-theme="light"]{--accent:#7a0019;--accent-ink:#ffffff;')
  expect(sheet).toContain('[data-theme="dark"]{--accent:#ff9aa8;')
  expect(sheet).toContain('[data-wall][data-theme="dark"]{--paper:#000000;')
  expect(sheet).not.toContain('logo')
})
