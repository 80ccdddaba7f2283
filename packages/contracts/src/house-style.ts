import { z } from 'zod'
import { contrast, mix, nearestPassing } from './colour.ts'

export const HOUSE_FONTS = ['source-sans', 'system', 'serif'] as const
export const MAX_LOGO_LENGTH = 60_000

const hex = z.string().regex(/^#[0-9a-f]{6}$/, 'expected a colour such as #0b5563')
const perLook = z.strictObject({ light: hex, dark: hex })

/** How one municipality looks: the accent on the desk, the background of the wall, corners in pixels, type and a logo. */
export const houseStyle = z.strictObject({
  accent: perLook,
  wall: perLook,
  radius: z.int().min(0).max(12),
  font: z.enum(HOUSE_FONTS),
  logo: z
    .string()
    .regex(/^data:image\/(svg\+xml|png|webp);base64,[A-Za-z0-9+/]+=*$/, 'expected an SVG, PNG or WebP image as a data address')
    .max(MAX_LOGO_LENGTH, 'expected an image of at most 44 kB')
    .nullable(),
})
export type HouseStyle = z.infer<typeof houseStyle>
export type Look = 'light' | 'dark'

/** The colours of the screen that a house style meets; the wall's style sheet has the same, and a test holds them together. */
export const BASE_COLOURS = {
  light: {
    ink: '#14181f',
    'ink-soft': '#4b5361',
    paper: '#fbfaf7',
    raised: '#ffffff',
    rule: '#8a8f98',
    negative: '#b35806',
    neutral: '#6b7280',
    positive: '#2166ac',
  },
  dark: {
    ink: '#e8ecf2',
    'ink-soft': '#a9b4c4',
    paper: '#0b1220',
    raised: '#121b2d',
    rule: '#6f7c90',
    negative: '#f4a259',
    neutral: '#a3adbb',
    positive: '#6db3f2',
  },
} as const

export const DEFAULT_STYLE: HouseStyle = {
  accent: { light: '#0b5563', dark: '#7cc4d0' },
  wall: { light: BASE_COLOURS.light.paper, dark: BASE_COLOURS.dark.paper },
  radius: 6,
  font: 'source-sans',
  logo: null,
}

const TEXT = 4.5
const WALL_TEXT = 7
const MARK = 3
const WASH = 0.12

/** Text that is read on this accent: the one of the screen's own two that stands out most. */
export const inkOn = (accent: string): string =>
  contrast(accent, BASE_COLOURS.light.raised) >= contrast(accent, BASE_COLOURS.dark.paper)
    ? BASE_COLOURS.light.raised
    : BASE_COLOURS.dark.paper

/** The background of what is chosen: a breath of the accent over the page. */
export const washOf = (accent: string, look: Look): string => mix(accent, BASE_COLOURS[look].paper, WASH)

function isAccentSafe(accent: string, look: Look): boolean {
  const { paper, raised } = BASE_COLOURS[look]
  return [paper, raised, washOf(accent, look), inkOn(accent)].every((other) => contrast(accent, other) >= TEXT)
}

function isWallSafe(wall: string, look: Look): boolean {
  const { ink, rule, paper: _paper, raised: _raised, ...texts } = BASE_COLOURS[look]
  return (
    contrast(ink, wall) >= WALL_TEXT && contrast(rule, wall) >= MARK && Object.values(texts).every((text) => contrast(text, wall) >= TEXT)
  )
}

/** A colour that cannot be read, with the nearest that can. `path` is of the house style. */
export type UnsafeColour = { path: string; value: string; least: number; proposal: string | null }

/** What of a house style would be hard to read: the accent as text, also on its own wash, and under text at 4.5:1, text on the wall at 7:1, its softer words at 4.5:1, lines at 3:1. */
export function unsafeColours({ accent, wall }: HouseStyle): UnsafeColour[] {
  return (['light', 'dark'] as const).flatMap((look) => [
    ...(isAccentSafe(accent[look], look)
      ? []
      : [
          {
            path: `accent.${look}`,
            value: accent[look],
            least: TEXT,
            proposal: nearestPassing(accent[look], (one) => isAccentSafe(one, look)),
          },
        ]),
    ...(isWallSafe(wall[look], look)
      ? []
      : [
          {
            path: `wall.${look}`,
            value: wall[look],
            least: WALL_TEXT,
            proposal: nearestPassing(wall[look], (one) => isWallSafe(one, look)),
          },
        ]),
  ])
}

/** The same style with what is proposed in the place of what cannot be read. */
export function readable(style: HouseStyle): HouseStyle {
  const unsafe = unsafeColours(style)
  const colour = (part: 'accent' | 'wall', look: Look) =>
    unsafe.find(({ path }) => path === `${part}.${look}`)?.proposal ?? style[part][look]
  const both = (part: 'accent' | 'wall') => ({ light: colour(part, 'light'), dark: colour(part, 'dark') })
  return { ...style, accent: both('accent'), wall: both('wall') }
}
