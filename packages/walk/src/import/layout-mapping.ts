import { z } from 'zod'
import { type Layout, optionalText, present, presentLocation, tableNumber } from './layout.ts'
import { tableInstant } from './table-instant.ts'

const from = z.union([z.string(), z.strictObject({ value: z.string() })])
/** Field of a message → name of the column, or `{"value": …}` for the same value in each row. */
const mapping = z.strictObject({
  externalId: from,
  kind: from,
  channel: from,
  createdAt: from,
  text: from.optional(),
  author: from.optional(),
  url: from.optional(),
  inReplyTo: from.optional(),
  language: from.optional(),
  lat: from.optional(),
  lon: from.optional(),
  address: from.optional(),
  areaCode: from.optional(),
  main: from.optional(),
  sub: from.optional(),
  reach: from.optional(),
  closedAt: from.optional(),
  updatedAt: from.optional(),
})

/** A layout from a mapping file. Throws with every field that is wrong. */
export function mappedLayout(json: unknown): Layout {
  const checked = mapping.safeParse(json)
  if (!checked.success) {
    throw new Error(`mapping: ${checked.error.issues.map((issue) => `${issue.path.join('.') || '(file)'}: ${issue.message}`).join('; ')}`)
  }
  const columns = checked.data
  return {
    name: 'mapping',
    fits: () => true,
    toMessage(row) {
      const cell = (field: keyof typeof columns): string | undefined => {
        const where = columns[field]
        return where === undefined ? undefined : typeof where === 'string' ? row[where] : where.value
      }
      const main = optionalText(cell('main'))
      return present({
        externalId: optionalText(cell('externalId')),
        kind: optionalText(cell('kind')),
        channel: optionalText(cell('channel')),
        createdAt: tableInstant(cell('createdAt')),
        text: cell('text') ?? '',
        author: optionalText(cell('author')),
        url: optionalText(cell('url')),
        inReplyTo: optionalText(cell('inReplyTo')),
        language: optionalText(cell('language')),
        location: presentLocation({
          lat: tableNumber(cell('lat')),
          lon: tableNumber(cell('lon')),
          address: optionalText(cell('address')),
          areaCode: optionalText(cell('areaCode')),
        }),
        category: main === undefined ? undefined : present({ main, sub: optionalText(cell('sub')) }),
        reach: tableNumber(cell('reach')),
        closedAt: tableInstant(cell('closedAt'), { keepDay: true }),
        updatedAt: tableInstant(cell('updatedAt')),
      })
    },
  }
}
