import { type Layout, optionalText, present, presentLocation, tableNumber } from './layout.ts'
import { tableInstant } from './table-instant.ts'

const REQUIRED = ['externalId', 'kind', 'channel', 'createdAt']

/** Rumoer's own fields as columns: the names of `POST /v1/messages`, with `lat lon address areaCode main sub` flat (`category` may hold `main/sub`). */
export const OWN_LAYOUT: Layout = {
  name: 'rumoer',
  fits: (fields) => REQUIRED.every((field) => fields.includes(field)),
  toMessage(row) {
    const [main, sub] = (optionalText(row['category']) ?? `${row['main'] ?? ''}/${row['sub'] ?? ''}`).split('/').map(optionalText)
    return present({
      externalId: optionalText(row['externalId']),
      kind: optionalText(row['kind']),
      channel: optionalText(row['channel']),
      createdAt: tableInstant(row['createdAt']),
      text: row['text'] ?? '',
      author: optionalText(row['author']),
      url: optionalText(row['url']),
      inReplyTo: optionalText(row['inReplyTo']),
      language: optionalText(row['language']),
      location: presentLocation({
        lat: tableNumber(row['lat']),
        lon: tableNumber(row['lon'] ?? row['lng']),
        address: optionalText(row['address']),
        areaCode: optionalText(row['areaCode']),
      }),
      category: main === undefined ? undefined : present({ main, sub }),
      reach: tableNumber(row['reach']),
      closedAt: tableInstant(row['closedAt'], { keepDay: true }),
      updatedAt: tableInstant(row['updatedAt']),
    })
  },
}
