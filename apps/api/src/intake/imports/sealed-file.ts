import type { Store } from '@rumoer/store'
import { type FileBytes, FileError, type Vault } from '@rumoer/walk'

const CHUNK_BYTES = 1024 * 1024

type Doors = { store: Pick<Store, 'imports'>; vault: Vault }
type Owner = { municipalityId: number; id: string }

const placeOf = (id: string, position: number) => `${id}/${position}`

/** Stores the bytes of a file in sealed pieces of a megabyte; answers how many bytes came. Throws beyond `most`. */
export async function sealFile(
  { store, vault }: Doors,
  { municipalityId, id }: Owner,
  bytes: AsyncIterable<Uint8Array>,
  most: number,
): Promise<number> {
  let size = 0
  let position = 0
  let waiting: Uint8Array[] = []
  let waitingBytes = 0
  const write = async () => {
    await store.imports.addChunk(municipalityId, id, position, vault.sealBytes(placeOf(id, position), Buffer.concat(waiting)))
    position += 1
    waiting = []
    waitingBytes = 0
  }
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > most) throw new FileError('too-large', `file: expected at most ${most} bytes`)
    waiting.push(chunk)
    waitingBytes += chunk.length
    if (waitingBytes >= CHUNK_BYTES) await write()
  }
  if (waitingBytes > 0) await write()
  return size
}

/** A stored file, opened piece by piece while it is read: it never stands on a disk unsealed. */
export function sealedFile({ store, vault }: Doors, { municipalityId, id }: Owner, file: { name: string; size: number }): FileBytes {
  return {
    ...file,
    async *open() {
      for (let position = 0; ; position++) {
        const sealed = await store.imports.chunk(municipalityId, id, position)
        if (!sealed) return
        yield vault.openBytes(placeOf(id, position), sealed)
      }
    },
  }
}
