import type { Municipality } from '@rumoer/contracts'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Database, Transaction } from './database.ts'
import { ConflictError } from './errors.ts'
import { isUniqueViolation } from './open-database.ts'
import { municipalities, municipalityCounters } from './schema/index.ts'
import type { MunicipalityQuestions } from './store.ts'

type NewMunicipality = { code: string; name: string; demo: boolean; replayOf: number | null; createdAt: Date }

const COLUMNS = {
  id: municipalities.id,
  code: municipalities.code,
  name: municipalities.name,
  demo: municipalities.demo,
  replayOf: municipalities.replayOf,
}

export function municipalityQuestions(database: Database): MunicipalityQuestions {
  const { orm } = database
  const isReal = isNull(municipalities.replayOf)
  return {
    async add({ code, name, demo = false, now }) {
      try {
        return await database.transact((tx) => insertMunicipality(tx, { code, name, demo, replayOf: null, createdAt: now }))
      } catch (error) {
        if (isUniqueViolation(error)) throw new ConflictError(`municipality: ${code}, expected a code that is not in use`)
        throw error
      }
    },
    list: () => orm.select(COLUMNS).from(municipalities).where(isReal).orderBy(asc(municipalities.id)),
    async byId(id) {
      const [found] = await orm.select(COLUMNS).from(municipalities).where(eq(municipalities.id, id))
      return found ?? null
    },
    async byCode(code) {
      const [found] = await orm
        .select(COLUMNS)
        .from(municipalities)
        .where(and(eq(municipalities.code, code), isReal))
      return found ?? null
    },
  }
}

/** A tenant with its counters at zero. */
export async function insertMunicipality({ orm }: Transaction, input: NewMunicipality): Promise<Municipality> {
  const [added] = await orm.insert(municipalities).values(input).returning(COLUMNS)
  await orm.insert(municipalityCounters).values({ municipalityId: added!.id })
  return added!
}
