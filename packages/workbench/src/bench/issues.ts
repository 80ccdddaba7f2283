import { clustering } from './issues/clustering.ts'
import { detection } from './issues/detection.ts'
import { scans } from './issues/scans.ts'
import { simulated } from './issues/simulated.ts'
import { simulatedMonths, structuralYears } from './issues/simulated-months.ts'
import type { Outcome } from './outcome.ts'

/** Everything that the `issues` part measures, in the order in which it runs. */
const SUBJECTS: readonly (() => Promise<Outcome[]>)[] = [clustering, detection, scans, simulatedMonths, structuralYears, simulated]

/** How well messages are grouped and how well what is unusual is found: on the sets beside the project where they are present, and on the simulator. */
export async function issues(): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const subject of SUBJECTS) outcomes.push(...(await subject()))
  return outcomes
}
