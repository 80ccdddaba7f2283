import { plainArray, textArray } from './array-literal.ts'
import type { Transaction } from './database.ts'
import type { IssueRow } from './issue-rows.ts'
import { hourlyCounts } from './schema/index.ts'
import type { WalkedMessage } from './store.ts'
import { unnestOf } from './unnest.ts'

/** All that one message adds to the counters. */
export type Tally = {
  issueId: string
  areaCode: string | null
  category: string
  mood: WalkedMessage['mood']
  channel: string
  voice: string | null
  countsAsVoice: boolean
  openMelding: boolean
  createdAtMs: number
}
/** What a message counted as before (null: it is new) and what it counts as from now on. */
export type Recounting = { before: Tally | null; after: Tally }

const HOUR_MS = 3_600_000
const HOURLY = unnestOf(hourlyCounts, ['hourAt', 'areaCode', 'category', 'negative', 'neutral', 'positive'], { first: 2 })
const ADD_HOURLY = `insert into hourly_counts (municipality_id, ${HOURLY.columns}) select $1, ${HOURLY.select} from ${HOURLY.from}
  on conflict (municipality_id, hour_at, area_code, category) do update
  set negative = hourly_counts.negative + excluded.negative, neutral = hourly_counts.neutral + excluded.neutral, positive = hourly_counts.positive + excluded.positive`
const ADD_VOICES = `insert into issue_voices (municipality_id, issue_id, voice, messages)
  select $1, issue_id, voice, messages from unnest($2::uuid[], $3::text[], $4::int[]) as u(issue_id, voice, messages)
  on conflict (issue_id, voice) do update set messages = issue_voices.messages + excluded.messages
  returning issue_id as "issueId", voice, messages`
const DROP_VOICES = 'delete from issue_voices where issue_id = any($1::uuid[]) and messages = 0'

const isSame = (a: Tally, b: Tally): boolean =>
  a.issueId === b.issueId &&
  a.areaCode === b.areaCode &&
  a.category === b.category &&
  a.mood === b.mood &&
  a.channel === b.channel &&
  a.voice === b.voice &&
  a.countsAsVoice === b.countsAsVoice &&
  a.openMelding === b.openMelding &&
  a.createdAtMs === b.createdAtMs

/** Signed tallies: each message that changed is taken away as it was and added as it is. */
export function signedTallies(recountings: readonly Recounting[]): { tally: Tally; sign: 1 | -1 }[] {
  const signed: { tally: Tally; sign: 1 | -1 }[] = []
  for (const { before, after } of recountings) {
    if (before && isSame(before, after)) continue
    if (before) signed.push({ tally: before, sign: -1 })
    signed.push({ tally: after, sign: 1 })
  }
  return signed
}

/** Adds to the counts per area, category and hour. */
export function addHourly(tx: Transaction, municipalityId: number, signed: readonly { tally: Tally; sign: 1 | -1 }[]): void {
  const cells = new Map<string, { hourAt: Date; areaCode: string; category: string; negative: number; neutral: number; positive: number }>()
  for (const { tally, sign } of signed) {
    const hour = Math.floor(tally.createdAtMs / HOUR_MS)
    const areaCode = tally.areaCode ?? ''
    const key = `${hour}|${areaCode}|${tally.category}`
    const cell = cells.get(key) ?? {
      hourAt: new Date(hour * HOUR_MS),
      areaCode,
      category: tally.category,
      negative: 0,
      neutral: 0,
      positive: 0,
    }
    cells.set(key, cell)
    cell[tally.mood] += sign
  }
  if (cells.size > 0) tx.send({ name: 'add-hourly', text: ADD_HOURLY, values: [municipalityId, ...HOURLY.encode([...cells.values()])] })
}

/** Adds to the pseudonyms of each issue; answers by how many voices each issue grew. */
export async function addVoices(
  tx: Transaction,
  municipalityId: number,
  signed: readonly { tally: Tally; sign: 1 | -1 }[],
): Promise<Map<string, number>> {
  const grown = new Map<string, number>()
  const grow = (issueId: string, by: number) => grown.set(issueId, (grown.get(issueId) ?? 0) + by)
  const deltas = new Map<string, { issueId: string; voice: string; messages: number }>()
  for (const { tally, sign } of signed) {
    const { issueId, voice } = tally
    if (!tally.countsAsVoice) continue
    if (voice === null) {
      grow(issueId, sign)
      continue
    }
    const delta = deltas.get(issueId + voice)
    if (delta) delta.messages += sign
    else deltas.set(issueId + voice, { issueId, voice, messages: sign })
  }
  const changed = [...deltas.values()].filter((delta) => delta.messages !== 0)
  if (changed.length === 0) return grown
  const rows = await tx.rows<{ issueId: string; voice: string; messages: number }>({
    name: 'add-voices',
    text: ADD_VOICES,
    values: [
      municipalityId,
      plainArray(changed.map((one) => one.issueId)),
      textArray(changed.map((one) => one.voice)),
      plainArray(changed.map((one) => one.messages)),
    ],
  })
  const gone = new Set<string>()
  for (const { issueId, voice, messages } of rows) {
    const delta = deltas.get(issueId + voice)?.messages ?? 0
    if (messages === delta) grow(issueId, 1)
    if (messages !== 0) continue
    grow(issueId, -1)
    gone.add(issueId)
  }
  if (gone.size > 0) await tx.write({ text: DROP_VOICES, values: [plainArray([...gone])] })
  return grown
}

/** Adds signed tallies to the counters of issues held in memory. */
export function addToIssues(
  rows: ReadonlyMap<string, IssueRow>,
  signed: readonly { tally: Tally; sign: 1 | -1 }[],
  voices: ReadonlyMap<string, number>,
): void {
  for (const { tally, sign } of signed) {
    const row = rows.get(tally.issueId)
    if (!row) throw new Error(`issue: ${tally.issueId}, expected one that is stored or opened by this commit`)
    row.messages += sign
    row[tally.mood] += sign
    if (tally.openMelding) row.openMeldingen += sign
    addCount(row.channelCounts, tally.channel, sign)
    if (tally.areaCode !== null) addCount(row.areaCounts, tally.areaCode, sign)
    if (sign === 1) {
      if (tally.createdAtMs < row.firstAt.getTime()) row.firstAt = new Date(tally.createdAtMs)
      if (tally.createdAtMs > row.lastAt.getTime()) row.lastAt = new Date(tally.createdAtMs)
    }
  }
  for (const [issueId, by] of voices) rows.get(issueId)!.voices += by
}

function addCount(counts: Record<string, number>, key: string, by: number): void {
  const count = (counts[key] ?? 0) + by
  if (count === 0) delete counts[key]
  else counts[key] = count
}
