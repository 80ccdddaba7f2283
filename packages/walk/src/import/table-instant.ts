import { fromLocalTime } from '../accept/amsterdam-time.ts'

const ZONED = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})$/
const ISO_LOCAL = /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?$/
const DUTCH = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})(?:[ T]+(\d{1,2}:\d{2}(?::\d{2})?))?$/
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

const padded = (time: string) => (time.length === 4 || time.length === 7 ? `0${time}` : time)

/**
 * An instant as tables write it, as RFC 3339 text: ISO with offset, ISO or Dutch (`24-11-2026 14:10`) local time in Amsterdam, or a day.
 * A day stays a day when `keepDay`, else it is its first moment. What it does not know is given back as it is, for the contract to refuse.
 */
export function tableInstant(text: string | undefined, { keepDay = false } = {}): string | undefined {
  const trimmed = text?.trim() ?? ''
  if (trimmed === '') return undefined
  if (ZONED.test(trimmed)) {
    const instant = new Date(trimmed.replace(' ', 'T').replace(/\s/, ''))
    return Number.isNaN(instant.getTime()) ? trimmed : instant.toISOString()
  }
  const dutch = DUTCH.exec(trimmed)
  const day = dutch ? `${dutch[3]}-${dutch[2]!.padStart(2, '0')}-${dutch[1]!.padStart(2, '0')}` : null
  if (keepDay && (ISO_DAY.test(trimmed) || (day && !dutch![4]))) return day ?? trimmed
  const iso = ISO_LOCAL.exec(trimmed)
  const local = iso
    ? `${iso[1]}T${padded(iso[2]!)}`
    : day
      ? `${day}T${padded(dutch![4] ?? '00:00')}`
      : ISO_DAY.test(trimmed)
        ? `${trimmed}T00:00`
        : null
  if (local === null) return trimmed
  try {
    return fromLocalTime(local).toISOString()
  } catch {
    return trimmed
  }
}
