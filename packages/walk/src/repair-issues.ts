import type { Ownership, Store } from '@rumoer/store'
import type { Mind } from './mind.ts'
import { mergeIssues } from './regroup.ts'
import type { WalkLog } from './walk-log.ts'

/** Issues looked at in one pass, those with the latest messages first: a pass never holds the walk up for long. */
const ISSUES_PER_PASS = 400

const inDutch = (share: number) => share.toFixed(2).replace('.', ',')

/**
 * Late repair: issues that turned out to be one are merged, each with its reason on both timelines. Looks at issues with a message since
 * `sinceMs`. Nothing may be on its way to the store meanwhile.
 */
export async function repairIssues(
  options: { store: Store; ownership: Ownership; mind: Mind; now: () => Date; log: WalkLog },
  sinceMs: number,
): Promise<number> {
  const { store, ownership, mind, now, log } = options
  const proposals = mind.index.proposeMerge(sinceMs, ISSUES_PER_PASS)
  for (const { into, from, cosine, needed } of proposals) {
    const why = `de berichten gaan over hetzelfde (overeenkomst ${inDutch(cosine)}, nodig ${inDutch(needed)})`
    await store.walk.repair(ownership, { into, why }, mergeIssues(mind, { into, issues: [from] }, now()))
    log.info('issue-repaired', { municipality: mind.municipalityId, into, from })
  }
  return proposals.length
}
