export type LeadPart = 'what' | 'why' | 'doing'
export type LowerPart = 'cards' | 'map' | 'facts' | 'work'
export type Zones = { lead: readonly LeadPart[]; lower: readonly LowerPart[] }

/** What stands on which screen, from left to right: what now, why, what we do. Head and foot stand on every screen. */
const ZONES: Readonly<Record<1 | 2 | 3, readonly Zones[]>> = {
  1: [{ lead: ['what', 'why', 'doing'], lower: ['cards', 'map'] }],
  2: [
    { lead: ['what'], lower: ['cards'] },
    { lead: ['why', 'doing'], lower: ['work', 'map'] },
  ],
  3: [
    { lead: ['what'], lower: ['cards'] },
    { lead: ['why'], lower: ['map', 'facts'] },
    { lead: ['doing'], lower: ['work'] },
  ],
}

export const zonesOf = (screens: 1 | 2 | 3, position: 1 | 2 | 3): Zones => ZONES[screens][position - 1] ?? ZONES[1][0]!

const MOST_SMALL = 5
const WALL_WIDTH = 1805
const MAP_SHARE = 0.24
/** Width of a card in letter sizes. */
const CARD_EMS = 13
const MOST_COLUMNS = 3
/** Height of the lower zone of the later screens, and of a row in letter sizes. */
const WORK_HEIGHT = 240
const WORK_ROW_EMS = 1.65

/** How many small cards fit at this letter size, on a wall of 1920 by 1080. Never more than five: with the lead six. */
export function smallCards(textPx: number, { lower }: Zones): { columns: number; slots: number } {
  if (lower.includes('work'))
    return { columns: 1, slots: Math.max(1, Math.min(MOST_SMALL, Math.floor(WORK_HEIGHT / (textPx * WORK_ROW_EMS)))) }
  const width = WALL_WIDTH * (lower.includes('map') ? 1 - MAP_SHARE : 1)
  const columns = Math.min(MOST_COLUMNS, Math.max(1, Math.floor(width / (textPx * CARD_EMS))))
  const rows = textPx <= 26 ? 2 : 1
  return { columns, slots: Math.min(MOST_SMALL, columns * rows) }
}
