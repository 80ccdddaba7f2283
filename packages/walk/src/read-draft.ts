import type { Reading } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { loadKnowledge } from './mind.ts'

/** Reads words that are not a message yet, with the areas and places of a municipality. Nothing is stored. */
export type DraftReader = (
  municipalityId: number,
  draft: { text: string; address: string | null; channel: string },
) => Promise<{ reading: Reading; areaName: (code: string) => string | null }>

type Known = { version: number; names: ReadonlyMap<string, string>; read: Awaited<ReturnType<typeof loadKnowledge>>['read'] }

/** Keeps what it loaded until areas or places change. */
export function createDraftReader(store: Store): DraftReader {
  const known = new Map<number, Known>()
  return async (municipalityId, { text, address, channel }) => {
    let knowledge = known.get(municipalityId)
    if (!knowledge || knowledge.version !== (await store.areas.version(municipalityId))) {
      const { version, areas, read } = await loadKnowledge(store, municipalityId)
      knowledge = { version, read, names: new Map(areas.map(({ code, name }) => [code, name])) }
      known.set(municipalityId, knowledge)
    }
    const reading = knowledge.read({
      text,
      kind: 'contact',
      channel,
      language: 'nl',
      location: address === null ? null : { lat: null, lon: null, address },
      givenAreaCode: null,
      givenCategory: null,
    })
    return { reading, areaName: (code) => knowledge.names.get(code) ?? null }
  }
}
