import { type HouseStyle, inkOn, type Look, washOf } from '@rumoer/contracts'

const FONTS: Readonly<Record<HouseStyle['font'], string>> = {
  'source-sans': '"Source Sans 3 Variable", "Source Sans 3", system-ui, sans-serif',
  system: 'system-ui, sans-serif',
  serif: 'Georgia, "Times New Roman", serif',
}

/** The tokens of the desk that a house style changes, in one look. */
export function deskTokens({ accent, radius, font }: HouseStyle, look: Look): Record<string, string> {
  return {
    '--accent': accent[look],
    '--accent-ink': inkOn(accent[look]),
    '--accent-wash': washOf(accent[look], look),
    '--radius': `${radius}px`,
    '--font': FONTS[font],
  }
}

const block = (selector: string, tokens: Record<string, string>): string =>
  `${selector}{${Object.entries(tokens)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')}}`

/** A style sheet that lays a house style over the tokens, in both looks, while the page runs. */
export function houseStyleSheet(style: HouseStyle): string {
  const wall = (look: Look) => ({ '--paper': style.wall[look], '--map-edge': style.wall[look] })
  return [
    block(':root,[data-theme="light"]', deskTokens(style, 'light')),
    block('[data-theme="dark"]', deskTokens(style, 'dark')),
    block('[data-wall],[data-wall][data-theme="light"]', wall('light')),
    block('[data-theme="dark"] [data-wall]:not([data-theme="light"]),[data-wall][data-theme="dark"]', wall('dark')),
  ].join('\n')
}
