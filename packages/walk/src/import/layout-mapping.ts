import { createHash } from 'node:crypto'
import { importMapping } from '@rumoer/contracts'
import { channelWord, kindWord } from './dutch-words.ts'
import { type Layout, optionalText, present, presentLocation, type Row, tableNumber } from './layout.ts'
import { tableInstant } from './table-instant.ts'

/** A layout from a mapping file. Throws with every field that is wrong. */
export function mappedLayout(json: unknown): Layout {
  const checked = importMapping.safeParse(json)
  if (!checked.success) {
    throw new Error(`mapping: ${checked.error.issues.map((issue) => `${issue.path.join('.') || '(file)'}: ${issue.message}`).join('; ')}`)
  }
  const fields = checked.data
  return {
    name: 'mapping',
    fits: () => true,
    columns: Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    toMessage(row) {
      const cell = (field: keyof typeof fields): string | undefined => {
        const where = fields[field]
        return where === undefined ? undefined : typeof where === 'string' ? row[where] : where.value
      }
      const kind = optionalText(cell('kind'))
      const channel = optionalText(cell('channel'))
      const main = optionalText(cell('main'))
      return present({
        externalId: fields.externalId === undefined ? contentId(row) : optionalText(cell('externalId')),
        kind: kind === undefined ? undefined : kindWord(kind),
        channel: channel === undefined ? undefined : channelWord(channel),
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

/** A row without a number of its own is known again by all that stands in it. */
const contentId = (row: Row): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(row)))
    .digest('hex')
    .slice(0, 16)
