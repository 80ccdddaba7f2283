import type { SourceSample } from '@rumoer/contracts'
import type { SourceRow } from '@rumoer/store'
import type { Accept, Preview } from '@rumoer/walk'
import type { Outbound } from '../../outbound/outbound.ts'
import { sampleOf } from '../sample-of.ts'
import type { Connector } from './connector.ts'

const SHOWN = 5
const LOOK_MS = 20_000
const MAX_REFUSED = 5

type Doors = { accept: Pick<Accept, 'preview'>; outbound: Outbound; now: () => Date }

/** Fetches until five messages came, or twenty seconds passed, and shows them as they would be stored. Nothing is stored, no cursor moves. */
export async function trySource(
  { accept, outbound, now }: Doors,
  connector: Connector,
  source: SourceRow,
  settings: unknown,
  signal: AbortSignal,
): Promise<SourceSample> {
  const sample: SourceSample = { messages: [], refused: [], deletes: 0 }
  const seen = new Set<string>()
  /** What comes twice is shown once, as it would be kept once. */
  const isFirst = (message: unknown): boolean => {
    const text = JSON.stringify(message) ?? ''
    return !seen.has(text) && seen.add(text) !== undefined
  }
  const patience = AbortSignal.timeout(LOOK_MS)
  const stop = new AbortController()
  const context = {
    settings,
    cursor: null,
    range: null,
    channel: source.channel,
    outbound,
    now,
    signal: AbortSignal.any([signal, patience, stop.signal]),
  }
  try {
    for await (const page of (connector.listen ?? connector.pull)!(context)) {
      sample.deletes += page.deletes?.length ?? 0
      // Newest first: what stands last in a page was written last.
      const newest = page.messages
        .slice(-10 * SHOWN)
        .reverse()
        .filter(isFirst)
      for (const preview of accept.preview(source, newest)) show(sample, preview)
      if (sample.messages.length >= SHOWN) break
    }
  } catch (error) {
    // What came before patience ran out is what there is to see.
    if (!patience.aborted || signal.aborted || (sample.messages.length === 0 && !connector.listen)) throw error
  } finally {
    stop.abort()
  }
  return sample
}

function show(sample: SourceSample, preview: Preview): void {
  if (!preview.ok) {
    const reasons = preview.errors.map(({ path, expected }) => `${path}: ${expected}`).join('; ')
    if (sample.refused.length < MAX_REFUSED) sample.refused.push(reasons)
    return
  }
  if (sample.messages.length >= SHOWN) return
  sample.messages.push(sampleOf(preview.payload))
}
