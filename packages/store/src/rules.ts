import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { DefaultRule, RuleDefinition } from '@rumoer/contracts'
import { and, asc, eq, gte, isNotNull, isNull } from 'drizzle-orm'
import type { Database, Transaction } from './database.ts'
import { NotTestedError, StaleVersionError } from './errors.ts'
import { readHistory } from './rule-history.ts'
import { alerts, municipalities, municipalityCounters, rules, ruleVersions } from './schema/index.ts'
import type { AlertOutcome, RuleQuestions, StoredRule } from './store.ts'

const FIRST_VERSION = 1
const STAMP = `select coalesce(max(changed_at)::text, '') || '/' || count(*) || '/' || coalesce(sum(version * 1000 + coalesce(live_version, 0)), 0) as stamp from rules where municipality_id = $1`

export function ruleQuestions(database: Database): RuleQuestions {
  const { orm, pool } = database
  return {
    list: (municipalityId) => readRules(orm, municipalityId),
    byId: async (municipalityId, id) => (await readRules(orm, municipalityId, id))[0] ?? null,
    async live(municipalityId) {
      const replayOf = await originalOf(orm, municipalityId)
      const rows = await orm
        .select({ id: rules.id, version: ruleVersions.version, definition: ruleVersions.definition })
        .from(rules)
        .innerJoin(ruleVersions, and(eq(ruleVersions.ruleId, rules.id), eq(ruleVersions.version, rules.liveVersion)))
        .where(and(eq(rules.municipalityId, replayOf ?? municipalityId), isNull(rules.removedAt)))
        .orderBy(asc(rules.createdAt), asc(rules.id))
      return replayOf === null ? rows : rows.map((row) => ({ ...row, definition: { ...row.definition, receivers: [] } }))
    },
    async stamp(municipalityId) {
      const { rows } = await pool.query<{ stamp: string }>({ name: 'rule-stamp', text: STAMP, values: [municipalityId] })
      return rows[0]!.stamp
    },
    async seed(municipalityId, defaults, now) {
      if (isMissing(await hadOf(orm, municipalityId), defaults)) await database.transact((tx) => seed(tx, municipalityId, defaults, now))
    },
    add: (municipalityId, { definition, by, now }) =>
      database.transact(async (tx) => {
        const id = await insertRule(tx, municipalityId, { definition, by, now, liveVersion: null, defaultKey: null })
        return (await readRules(tx.orm, municipalityId, id))[0]!
      }),
    change: (municipalityId, id, change) => database.transact((tx) => changeRule(tx, municipalityId, id, change)),
    async remove(municipalityId, id, now) {
      const gone = await orm
        .update(rules)
        .set({ removedAt: now, liveVersion: null, changedAt: now })
        .where(and(isThe(municipalityId, id), isNull(rules.removedAt)))
        .returning({ id: rules.id })
      return gone.length > 0
    },
    async noteBacktest(municipalityId, id, version, backtest, now) {
      const noted = await orm
        .update(ruleVersions)
        .set({ backtest, testedAt: now })
        .where(and(eq(ruleVersions.municipalityId, municipalityId), eq(ruleVersions.ruleId, id), eq(ruleVersions.version, version)))
        .returning({ id: ruleVersions.ruleId })
      return noted.length > 0
    },
    history: (municipalityId, query) => readHistory(database, municipalityId, query),
    async outcomes(municipalityId, since) {
      const rows = await orm
        .select()
        .from(alerts)
        .where(and(eq(alerts.municipalityId, municipalityId), gte(alerts.raisedAt, since), isNotNull(alerts.ruleId)))
        .orderBy(asc(alerts.number))
      return rows.map(({ ruleId, conditions, noise, acknowledgedAt }): AlertOutcome => {
        const outcome = noise === true ? 'noise' : acknowledgedAt === null ? 'waiting' : 'acted-on'
        return { ruleId: ruleId!, conditions, outcome }
      })
    },
  }
}

const isThe = (municipalityId: number, id: string) => and(eq(rules.municipalityId, municipalityId), eq(rules.id, id))

async function readRules(orm: Transaction['orm'], municipalityId: number, id?: string): Promise<StoredRule[]> {
  const rows = await orm
    .select({ rule: rules, said: ruleVersions })
    .from(rules)
    .innerJoin(ruleVersions, and(eq(ruleVersions.ruleId, rules.id), eq(ruleVersions.version, rules.version)))
    .where(and(eq(rules.municipalityId, municipalityId), isNull(rules.removedAt), id === undefined ? undefined : eq(rules.id, id)))
    .orderBy(asc(rules.createdAt), asc(rules.id))
  return rows.map(({ rule, said }) => ({
    id: rule.id,
    version: rule.version,
    live: rule.liveVersion,
    definition: said.definition,
    updatedAt: rule.changedAt.toISOString(),
    updatedBy: said.by,
    testedAt: said.testedAt?.toISOString() ?? null,
  }))
}

/** The municipality that a replay copies; null for one that is no replay. */
async function originalOf(orm: Transaction['orm'], municipalityId: number): Promise<number | null> {
  const [row] = await orm.select({ of: municipalities.replayOf }).from(municipalities).where(eq(municipalities.id, municipalityId))
  return row?.of ?? null
}

/** Keys of the default rules that it ever had, null for each of its own. */
async function hadOf(orm: Transaction['orm'], municipalityId: number): Promise<(string | null)[]> {
  const rows = await orm.select({ key: rules.defaultKey }).from(rules).where(eq(rules.municipalityId, municipalityId))
  return rows.map(({ key }) => key)
}

const isMissing = (had: readonly (string | null)[], defaults: readonly DefaultRule[]): boolean =>
  (had.length === 0 || had.some((key) => key !== null)) && defaults.some(({ key }) => !had.includes(key))

/** Under the lock of the counter row, so that two processes that start at once seed once. */
async function seed(tx: Transaction, municipalityId: number, defaults: readonly DefaultRule[], now: Date): Promise<void> {
  if ((await originalOf(tx.orm, municipalityId)) !== null) return
  await tx.orm.select().from(municipalityCounters).where(eq(municipalityCounters.municipalityId, municipalityId)).for('update')
  const had = await hadOf(tx.orm, municipalityId)
  if (!isMissing(had, defaults)) return
  const missing = defaults.filter(({ key }) => !had.includes(key))
  for (const [at, { key, definition }] of missing.entries()) {
    const createdAt = new Date(now.getTime() + at)
    await insertRule(tx, municipalityId, { definition, by: null, now: createdAt, liveVersion: FIRST_VERSION, defaultKey: key })
  }
}

type NewRule = { definition: RuleDefinition; by: string | null; now: Date; liveVersion: number | null; defaultKey: string | null }

async function insertRule(
  { orm }: Transaction,
  municipalityId: number,
  { definition, by, now, liveVersion, defaultKey }: NewRule,
): Promise<string> {
  const id = randomUUID()
  await orm.insert(rules).values({ id, municipalityId, version: FIRST_VERSION, liveVersion, defaultKey, createdAt: now, changedAt: now })
  await orm.insert(ruleVersions).values({ ruleId: id, version: FIRST_VERSION, municipalityId, definition, at: now, by })
  return id
}

type Change = Parameters<RuleQuestions['change']>[2]

async function changeRule(tx: Transaction, municipalityId: number, id: string, change: Change): Promise<StoredRule | null> {
  const { version, definition, live, by, now } = change
  const [row] = await tx.orm
    .select()
    .from(rules)
    .where(and(isThe(municipalityId, id), isNull(rules.removedAt)))
    .for('update')
  if (!row) return null
  const present = (await readRules(tx.orm, municipalityId, id))[0]!
  if (row.version !== version) throw new StaleVersionError(`rule ${id}: version ${version}, expected ${row.version}`, present)
  const isNew = definition !== undefined && !isDeepStrictEqual(definition, present.definition)
  if (isNew) {
    await tx.orm.insert(ruleVersions).values({ ruleId: id, version: version + 1, municipalityId, definition, at: now, by })
  }
  const wanted = isNew ? version + 1 : version
  if (live === true && row.liveVersion !== wanted && (isNew || present.testedAt === null)) throw new NotTestedError(id, wanted)
  const liveVersion = live === undefined ? row.liveVersion : live ? wanted : null
  await tx.orm.update(rules).set({ version: wanted, liveVersion, changedAt: now }).where(isThe(municipalityId, id))
  return (await readRules(tx.orm, municipalityId, id))[0]!
}
