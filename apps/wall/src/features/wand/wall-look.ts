import type { ScreenSettings } from '@rumoer/contracts'
import { clockTime } from '../../lib/dates.ts'

/** What the address of the wall may say, for a person who looks at it. */
export type WallSearch = { inch?: number; meter?: number; thema?: 'licht' | 'donker'; schermen?: 1 | 2 | 3; scherm?: 1 | 2 | 3 }
export type WallLook = { inch: number; meter: number; theme: 'light' | 'dark' | null; screens: 1 | 2 | 3; position: 1 | 2 | 3 }

const EVENING = '19:00'
const MORNING = '07:00'

/** Light from seven to seven, Amsterdam time. */
export function themeAt(now: number): 'light' | 'dark' {
  const time = clockTime(now)
  return time >= MORNING && time < EVENING ? 'light' : 'dark'
}

/** How the wall looks now: a screen's own settings, else what the address says. No theme: as the page has it. */
export function wallLook(settings: ScreenSettings | null, search: WallSearch, now: number): WallLook {
  if (settings) return { ...settings, theme: settings.theme === 'clock' ? themeAt(now) : settings.theme }
  const { inch = 55, meter = 4, thema, schermen = 1, scherm = 1 } = search
  const theme = thema === 'donker' ? 'dark' : thema === 'licht' ? 'light' : null
  return { inch, meter, theme, screens: schermen, position: scherm <= schermen ? scherm : 1 }
}
