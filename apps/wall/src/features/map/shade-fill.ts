import type { Measure } from '../../lib/map-search.ts'

/** Shades of the share of negative messages: from grey to the colour of negative. */
const TONE = [16, 34, 52, 74, 96].map((part, at) =>
  at === 0 ? 'color-mix(in srgb, var(--neutral) 16%, var(--map-0))' : `color-mix(in srgb, var(--negative) ${part}%, var(--map-0))`,
)

/** Fill of an area; empty where there is nothing to say. */
export const shadeFill = (measure: Measure, shade: number | null): string =>
  shade === null ? '' : measure === 'toon' ? (TONE[shade] ?? '') : `var(--map-${shade})`
