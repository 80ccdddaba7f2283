import { isSameMatter, type Matter } from '@rumoer/analysis/decide'
import type { Alert, Issue } from '@rumoer/contracts'
import type { AlertEpisode, Store } from '@rumoer/store'

const HOUR_MS = 3_600_000
/** An alert that is open for longer is about what happened then. */
const LATELY_MS = 48 * HOUR_MS

/** What people hear of a matter that they were alerted to already, on another issue. */
type AlertOnSame = { alert: Alert; issue: Issue; episode: AlertEpisode }

/**
 * The latest open alert on the same matter, raised within two days on another issue than this one; null when there is none.
 * One thing that is told in several issues, or found on its area first, so rings once: what comes after is judged as a part of the first alert.
 */
export async function alertOnSame(
  store: Store,
  municipalityId: number,
  { issueId, ...matter }: Matter & { issueId: string | null },
  at: Date,
): Promise<AlertOnSame | null> {
  const open = await store.alerts.open(municipalityId)
  for (const alert of open.reverse()) {
    if (alert.issueId === null || alert.issueId === issueId || at.getTime() - Date.parse(alert.raisedAt) > LATELY_MS) continue
    const issue = await store.issues.byId(municipalityId, alert.issueId)
    if (!issue || !isSameMatter(matter, { category: categoryOf(issue), areaCodes: alert.areaCodes })) continue
    const episode = (await store.alerts.episodes(municipalityId, [issue.id])).get(issue.id)
    if (episode) return { alert, issue, episode }
  }
  return null
}

/** For an issue that has no open alert of its own. */
export async function alertOnSameAs(
  store: Store,
  municipalityId: number,
  { issueId, areaCode }: { issueId: string; areaCode: string | null },
  at: Date,
): Promise<AlertOnSame | null> {
  const issue = await store.issues.byId(municipalityId, issueId)
  const areaCodes = areaCode === null ? [] : [areaCode]
  return issue && alertOnSame(store, municipalityId, { issueId, category: categoryOf(issue), areaCodes }, at)
}

const categoryOf = ({ category }: Issue) => `${category.main}/${category.sub}`
