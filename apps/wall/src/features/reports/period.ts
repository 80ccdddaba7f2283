import { addDays, isoWeek, mondayOf } from '../../lib/dates.ts'

/** The period before (−1) or after (+1) a week or month. */
export function shiftPeriod(id: string, by: 1 | -1): string {
  const monday = mondayOf(id)
  if (monday) return isoWeek(addDays(monday, 7 * by))
  const [year = 2000, month = 1] = id.split('-').map(Number)
  const moment = new Date(Date.UTC(year, month - 1 + by, 15))
  return moment.toISOString().slice(0, 7)
}
