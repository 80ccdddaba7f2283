import type { HouseStyle } from '@rumoer/contracts'
import { eq } from 'drizzle-orm'
import type { Database } from './database.ts'
import { houseStyles } from './schema/index.ts'

export type HouseStyleQuestions = {
  /** Null: it looks like the product. */
  of(municipalityId: number): Promise<HouseStyle | null>
  /** Null goes back to the looks of the product. */
  set(municipalityId: number, style: HouseStyle | null, now: Date): Promise<void>
}

export function houseStyleQuestions({ orm }: Database): HouseStyleQuestions {
  return {
    async of(municipalityId) {
      const [found] = await orm.select().from(houseStyles).where(eq(houseStyles.municipalityId, municipalityId))
      return found?.style ?? null
    },
    async set(municipalityId, style, now) {
      if (style === null) await orm.delete(houseStyles).where(eq(houseStyles.municipalityId, municipalityId))
      else {
        const row = { style, changedAt: now }
        await orm
          .insert(houseStyles)
          .values({ municipalityId, ...row })
          .onConflictDoUpdate({ target: houseStyles.municipalityId, set: row })
      }
    },
  }
}
