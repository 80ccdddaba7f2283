import { DEFAULT_TAXONOMY, type RawMessage } from '@rumoer/contracts'
import { atLocal, DAY_MS, dayOf, HOUR_MS, isHoliday, MINUTE_MS, weekdayOf } from './amsterdam.ts'
import type { Random } from './random.ts'
import type { SimulatedMessage } from './simulated-message.ts'
import type { Subject } from './subject.ts'

const USUAL_HANDLING_DAYS = 5
const SHARE_LEFT_OPEN = 0.07

const isClosed = (day: number) => weekdayOf(day) === 0 || weekdayOf(day) === 6 || isHoliday(day)

function handlingDays({ main, sub }: Subject['category']): number {
  const category = DEFAULT_TAXONOMY.categories.find(({ slug }) => slug === main)
  return category?.subcategories.find(({ slug }) => slug === sub)?.handlingDays ?? USUAL_HANDLING_DAYS
}

/**
 * When the municipality closes a melding: around the days that its category is given, in office hours. Null for the few that stay open.
 *
 * @param together moment at which all meldingen of its incident are closed, if they are
 */
export function closingOf(category: Subject['category'], at: number, together: number | null, random: Random): number | null {
  if (together !== null) return Math.max(together, at + HOUR_MS)
  if (random.chance(SHARE_LEFT_OPEN)) return null
  const days = handlingDays(category) * (0.1 - 0.9 * Math.log(1 - 0.94 * random.next()))
  let day = dayOf(at + days * DAY_MS)
  while (isClosed(day)) day++
  return Math.max(atLocal(day, Math.floor(random.between(8.5, 16.5) * HOUR_MS)), at + HOUR_MS)
}

/** The same melding, told again because the municipality closed it. */
export function closed(told: SimulatedMessage, closesAt: number, random: Random): SimulatedMessage {
  const toldAt = new Date(closesAt + random.int(10 * MINUTE_MS))
  const raw: RawMessage = { ...told.raw, closedAt: new Date(closesAt).toISOString(), updatedAt: toldAt.toISOString() }
  return { ...told, raw, toldAt }
}
