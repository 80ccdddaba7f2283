import type { RuleDefinition } from '@rumoer/contracts'
import type { Store } from '../store.ts'

/** Gives a town of a test a rule of its own, in force as after a back-test. */
export async function putRuleInForce(store: Store, municipalityId: number, definition: RuleDefinition, now: Date): Promise<void> {
  const { id } = await store.rules.add(municipalityId, { definition, by: null, now })
  await store.rules.noteBacktest(municipalityId, id, 1, { perWeek: 0 } as never, now)
  await store.rules.change(municipalityId, id, { version: 1, live: true, by: null, now })
}
