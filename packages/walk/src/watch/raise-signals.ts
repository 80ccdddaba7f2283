import { type FoundSignal, hearsOfArea } from '@rumoer/analysis/decide'
import { type Alert, areaChain, SENSITIVE_CATEGORIES } from '@rumoer/contracts'
import type { Ownership } from '@rumoer/store'
import { alertOnSame } from '../alert-on-same.ts'
import { receiversOf } from '../receivers-of.ts'
import type { WalkLog } from '../walk-log.ts'
import type { WatchContext } from './watch-context.ts'

const HOUR_MS = 3_600_000

/** What keeps coming back is listed, not rung: it has waited for weeks. */
const RULES: Readonly<Partial<Record<FoundSignal['signal']['kind'], string>>> = {
  outbreak: 'Meer mensen dan gewoon in een gebied',
  cluster: 'Samen opvallend over buurtgrenzen',
  silence: 'Valt stil',
}

/**
 * Alerts people to findings that have just opened. One that is about an issue goes on that issue, the one most people speak in; where people were
 * alerted to the same subject in the same area already, or said that they do not want to hear of it, nothing is raised; where they were alerted to
 * the same matter on another issue, it goes on that alert.
 * It goes to the receivers of the rules in force that hear of such findings; these are then not told of the same issue twice.
 */
export async function raiseSignals(
  context: WatchContext,
  ownership: Ownership,
  opened: readonly FoundSignal[],
  at: Date,
  log: WalkLog,
): Promise<void> {
  if (opened.length === 0) return
  const open = await context.store.alerts.open(context.municipalityId)
  const rules = await context.store.rules.live(context.municipalityId)
  for (const found of opened) {
    const { signal, places } = found
    const [main] = signal.category?.split('/') ?? []
    const rule = RULES[signal.kind]
    if (rule === undefined || (main !== undefined && SENSITIVE_CATEGORIES.includes(main))) continue
    if (await isTold(context, found, open)) continue
    const about = await issueOf(context, found, at)
    if (about?.unwanted) continue
    const issue = (await alertedOn(context, found, about, open, at)) ?? about
    const hearing = rules.filter(({ definition }) => hearsOfArea(definition, signal, places))
    const group = { issueId: issue?.id ?? found.key, areaCode: places[0] ?? null, category: main ?? '' }
    const { isNew } = await context.store.alerts.raise(ownership, {
      issueId: issue?.id ?? null,
      level: signal.level,
      title: issue?.title ?? titleOf(context, found),
      areaCodes: [...places],
      observed: signal.observed,
      expected: signal.expected,
      windowHours: signal.windowHours,
      sentence: signal.sentence,
      rule,
      ruleId: null,
      ruleVersion: null,
      toldBy: hearing.map(({ id }) => id),
      receivers: hearing.flatMap((rule) => receiversOf(rule, group, at)),
      conditions: signal.conditions,
      now: at,
    })
    if (isNew) log.info('signal-raised', { municipality: context.municipalityId, kind: signal.kind, level: signal.level })
  }
}

function titleOf({ areaName, categoryName }: WatchContext, { signal, places }: FoundSignal): string {
  if (signal.category === null) return signal.sentence.split(':')[0] ?? signal.sentence
  const [area] = places
  return area === undefined ? categoryName(signal.category) : `${categoryName(signal.category)}, ${areaName(area)}`
}

/** Whether an open alert is about an issue of this main category in one of these areas. */
async function isTold({ store, municipalityId }: WatchContext, { signal, places }: FoundSignal, open: readonly Alert[]): Promise<boolean> {
  if (signal.category === null) return false
  const [main] = signal.category.split('/')
  const inside = new Set(places)
  for (const alert of open) {
    if (alert.issueId === null || !alert.areaCodes.flatMap(areaChain).some((code) => inside.has(code))) continue
    const issue = await store.issues.byId(municipalityId, alert.issueId)
    if (issue?.category.main === main) return true
  }
  return false
}

type About = { id: string; title: string; unwanted: boolean }

/** Another issue on which people were alerted to the same matter: what is found now is a part of that, unless its own issue has an open alert. */
async function alertedOn(
  { store, municipalityId }: WatchContext,
  { signal: { category }, places }: FoundSignal,
  about: About | null,
  open: readonly Alert[],
  at: Date,
): Promise<Pick<About, 'id' | 'title'> | null> {
  if (category === null || open.some(({ issueId }) => issueId !== null && issueId === about?.id)) return null
  const same = await alertOnSame(store, municipalityId, { issueId: about?.id ?? null, category, areaCodes: places }, at)
  return same?.issue ?? null
}

/** The issue of that subject in that area in which most people speak. */
async function issueOf({ store, municipalityId }: WatchContext, { signal, places }: FoundSignal, at: Date): Promise<About | null> {
  const { category, windowHours } = signal
  const [areaCode] = places
  if (category === null || areaCode === undefined) return null
  const from = new Date(at.getTime() - windowHours * HOUR_MS)
  const about = await store.signals.issuesAbout(municipalityId, { areaCode, category, from, to: new Date(at.getTime() + 1), limit: 20 })
  const [most] = [...about].sort((a, b) => b.voices - a.voices)
  const issue = most && (await store.issues.byId(municipalityId, most.id))
  return issue ? { id: issue.id, title: issue.title, unwanted: issue.status === 'dismissed' || issue.mutedUntil !== null } : null
}
