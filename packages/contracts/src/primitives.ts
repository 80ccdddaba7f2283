import { z } from 'zod'

/** CBS code of a gemeente, wijk or buurt: `GM0106`, `WK010600`, `BU01060000` (Amsterdam has letters in it: `BU0363AA01`). */
export const areaCode = z
  .string()
  .regex(/^(GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})$/, 'expected a CBS area code such as GM0106, WK010600 or BU01060000')
export const municipalityCode = z.string().regex(/^GM\d{4}$/, 'expected a CBS municipality code such as GM0106')

/** RFC 3339 instant with any offset. Answers are always UTC with milliseconds. */
export const instant = z.iso.datetime({ offset: true, error: 'expected an RFC 3339 instant with offset, such as 2026-11-24T14:10:00Z' })

/** Calendar day, read in Europe/Amsterdam. */
export const day = z.iso.date({ error: 'expected a day such as 2026-11-24' })

export const id = z.uuid()

/** A share of certainty between 0 and 1. */
export const confidence = z.number().min(0).max(1)

/** Half-open range `[start, end)` in UTF-16 code units of the message's text. */
export const span = z.tuple([z.int().nonnegative(), z.int().nonnegative()])
export type Span = z.infer<typeof span>

/** Every instant on a wire or screen is planned and bucketed in this zone; stored as UTC. */
export const TIME_ZONE = 'Europe/Amsterdam'
