import type { SourceRow, Store } from '@rumoer/store'
import { quarterOf } from './amsterdam-time.ts'
import { createVault } from './vault.ts'

/** No message is older than the year its contract allows. */
const FIRST_YEAR = 1990
const QUARTERS = [1, 2, 3, 4]

/** What a source takes back disappears here: words, place and pseudonym. */
export type Eraser = {
  /** The message of this id, whether it is placed or waits; false when the source never sent it. It never comes back. */
  message(source: SourceRow, externalId: string): Promise<boolean>
  /** Every post, comment and mail that this author wrote on the source's channel, in any quarter; answers how many. */
  author(source: SourceRow, author: string): Promise<number>
}

export function createEraser({ store, secret, now }: { store: Store; secret: Buffer; now: () => Date }): Eraser {
  const vault = createVault(secret)
  return {
    message: ({ id, municipalityId }, externalId) =>
      store.messages.erase(municipalityId, { sourceId: id, externalKey: vault.externalKey(municipalityId, externalId) }, now()),
    author({ id, municipalityId, channel }, author) {
      const last = Number(quarterOf(now()).slice(0, 4)) + 1
      const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, at) => FIRST_YEAR + at)
      const voices = years.flatMap((year) => QUARTERS.map((quarter) => vault.voice(municipalityId, `${year}Q${quarter}`, channel, author)))
      return store.messages.eraseVoices(municipalityId, { sourceId: id, voices }, now())
    },
  }
}
