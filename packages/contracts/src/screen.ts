import { z } from 'zod'
import { houseStyle } from './house-style.ts'
import { id, instant } from './primitives.ts'

/** `clock`: light by day, dark from seven in the evening to seven in the morning. */
export const SCREEN_THEMES = ['light', 'dark', 'clock'] as const

const screenCount = z.union([z.literal(1), z.literal(2), z.literal(3)])

/** How one screen of the wall looks. `position` counts from the left, from 1 to `screens`. */
export const screenSettings = z
  .strictObject({
    /** Diagonal in inches. */
    inch: z.number().min(20).max(120),
    /** Distance of the farthest reader in metres. */
    meter: z.number().min(1).max(12),
    theme: z.enum(SCREEN_THEMES),
    screens: screenCount,
    position: screenCount,
  })
  .refine(({ screens, position }) => position <= screens, { path: ['position'], message: 'expected at most the number of screens' })
export type ScreenSettings = z.infer<typeof screenSettings>

export const DEFAULT_SCREEN: ScreenSettings = { inch: 55, meter: 4, theme: 'clock', screens: 1, position: 1 }

const screenName = z.string().trim().min(1).max(60)

/** A screen on a wall: it reads what the wall shows, and nothing else. */
export const screen = z.object({
  id,
  name: z.string(),
  settings: screenSettings,
  createdAt: instant,
  /** Told by the minute; null before the screen was first on. */
  lastSeenAt: instant.nullable(),
  revokedAt: instant.nullable(),
})
export type Screen = z.infer<typeof screen>

export const newScreen = z.strictObject({ name: screenName, settings: screenSettings.default(DEFAULT_SCREEN) })
export const screenPatch = z
  .strictObject({ name: screenName.optional(), settings: screenSettings.optional() })
  .refine((value) => Object.keys(value).length > 0, 'expected at least one of name, settings')

/** What a screen is told about itself. */
export const screenSelf = z.object({
  screen: z.object({ id, name: z.string(), settings: screenSettings }),
  municipality: z.object({ code: z.string(), name: z.string(), demo: z.boolean(), style: houseStyle.nullable() }),
  version: z.string(),
})
export type ScreenSelf = z.infer<typeof screenSelf>
