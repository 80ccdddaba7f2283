import { readFile } from 'node:fs/promises'
import { createReader } from '@rumoer/analysis/read'
import { DEFAULT_TAXONOMY, locationIn, taxonomy } from '@rumoer/contracts'
import { parseAreas } from '@rumoer/walk'
import { z } from 'zod'
import { answer, type Command, EXIT, tell } from '../command.ts'
import { readOptions } from '../read-options.ts'
import { readRows } from '../read-rows.ts'

const row = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  location: locationIn.nullish(),
  channel: z.string().nullish(),
  language: z.string().nullish(),
})

/** Reads messages and says what each means; opens no database. */
export const analyse: Command = {
  name: 'analyse',
  usage: '[FILE] [--areas FILE] [--taxonomy FILE]',
  does: 'reads messages: NDJSON {id, text, location?, channel?} to NDJSON readings',
  async run(args, io) {
    const { values, positionals } = readOptions(args, { areas: { type: 'string' }, taxonomy: { type: 'string' } })
    const areas = values.areas === undefined ? [] : parseAreas(JSON.parse(await readFile(values.areas, 'utf8'))).areas
    const categories =
      values.taxonomy === undefined ? DEFAULT_TAXONOMY : taxonomy.parse(JSON.parse(await readFile(values.taxonomy, 'utf8')))
    const read = createReader({ areas, places: [], taxonomy: categories })
    let refused = 0
    for await (const { id, text, location, channel, language } of readRows(positionals[0], row, io, () => refused++)) {
      const place = location ? { lat: location.lat ?? null, lon: location.lon ?? null, address: location.address ?? null } : null
      answer(io, {
        id,
        ...read({
          text,
          ...(channel ? { channel } : {}),
          language: language ?? null,
          location: place,
          givenAreaCode: location?.areaCode ?? null,
        }),
      })
    }
    if (refused > 0) tell(io, `${refused} lines refused`)
    return refused > 0 ? EXIT.refused : EXIT.ok
  },
}
