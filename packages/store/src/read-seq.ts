import { eq } from 'drizzle-orm'
import type { Transaction } from './database.ts'
import { municipalityCounters } from './schema/index.ts'

/** The stream position of this snapshot; 0 for a municipality that does not exist. */
export async function readSeq({ orm }: Transaction, municipalityId: number): Promise<number> {
  const [row] = await orm
    .select({ seq: municipalityCounters.streamSeq })
    .from(municipalityCounters)
    .where(eq(municipalityCounters.municipalityId, municipalityId))
  return row?.seq ?? 0
}
