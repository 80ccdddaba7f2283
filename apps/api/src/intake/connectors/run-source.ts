import type { BackfillJob, ClaimedSource, Store } from '@rumoer/store'
import type { Accept, Eraser, Vault } from '@rumoer/walk'
import { type EventLog, errorFields } from '../../log.ts'
import type { Metrics } from '../../metrics.ts'
import type { Outbound } from '../../outbound/outbound.ts'
import { failureWords, OutboundError } from '../../outbound/outbound-error.ts'
import { backOffMs, jitter } from './back-off.ts'
import type { Connector, Context, Page } from './connector.ts'
import { takePage } from './take-page.ts'

export type RunOptions = {
  store: Pick<Store, 'sources' | 'connections'>
  accept: Pick<Accept, 'acceptBatch'>
  eraser: Eraser
  vault: Pick<Vault, 'openSecrets'>
  outbound: Outbound
  metrics: Pick<Metrics, 'intake'>
  now: () => Date
  log: EventLog
  chance: () => number
  /** The process that holds the lease. */
  by: string
  leaseMs: number
  /** Wait after the first failure. */
  firstBackOffMs: number
  /** A page that takes longer is given up. */
  stallMs: number
}

const NOTE_EVERY_MS = 5_000
const BACKFILL_PAGES = 20
const SOON_MS = 100

/** The lease went to another process, or the source was paused or changed: whoever is next starts from what was remembered. */
class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}

/** Fetches one source that this process holds, until it has nothing new, fails, is taken away, or `stop` says so; then gives it back. */
export async function runSource(
  options: RunOptions,
  connector: Connector,
  { source, connection }: ClaimedSource,
  stop: AbortSignal,
): Promise<void> {
  const { store, now, log, by, leaseMs } = options
  const lost = new AbortController()
  const signal = AbortSignal.any([stop, lost.signal])
  const heartbeat = setInterval(() => {
    store.connections.keep(by, source.id, leaseMs, now()).then(
      (kept) => kept || lost.abort(new LeaseLost()),
      () => undefined,
    )
  }, leaseMs / 3)
  const context: Context = {
    settings: null,
    cursor: connection.cursor,
    range: null,
    channel: source.channel,
    outbound: options.outbound,
    now,
    signal,
  }
  try {
    context.settings = {
      ...connection.settings,
      ...(connection.sealedSecrets ? options.vault.openSecrets(source.id, connection.sealedSecrets) : {}),
    }
    await fetchNew(options, connector, { source, connection }, context)
    const more = await fetchEarlier(options, connector, { source, connection }, context)
    const restMs = more ? SOON_MS : connector.everyMs(context.settings) * jitter(options.chance())
    await store.connections.release(by, source.id, { nextAt: new Date(now().getTime() + restMs), failures: 0 })
  } catch (error) {
    const isLost = lost.signal.aborted || error instanceof LeaseLost
    if (isLost) log.info('source-given-up', { source: source.id, connector: connector.kind })
    // Not ours any more, this changes nothing; ours still, as after a pause, it is free at once.
    if (isLost || stop.aborted) await store.connections.release(by, source.id, { nextAt: now(), failures: connection.failures })
    else await noteFailure(options, connector, { source, connection }, error)
  } finally {
    clearInterval(heartbeat)
  }
}

/** What is new since the cursor; a connector that listens stays here. */
async function fetchNew(options: RunOptions, connector: Connector, { source, connection }: ClaimedSource, context: Context): Promise<void> {
  const { store, now, by, leaseMs } = options
  const pages = connector.listen ?? connector.pull
  if (!pages) throw new Error(`connector ${connector.kind}: expected pull or listen`)
  const startedAt = now()
  let notedAtMs = Number.NEGATIVE_INFINITY
  let rejected = 0
  const noteGood = async () => {
    if (now().getTime() - notedAtMs < NOTE_EVERY_MS) return
    notedAtMs = now().getTime()
    await store.sources.noteSuccess(source.id, now())
  }
  let cursor: unknown
  for await (const page of watched(pages(context), connector.listen ? null : options.stallMs, context.signal)) {
    const taken = await takePage(options, connector, source, page, context.signal)
    rejected = connector.listen ? taken.rejected : rejected + taken.rejected
    cursor = page.cursor
    const caughtUp = connector.listen ? { caughtUpAt: now() } : {}
    if (!(await store.connections.advance(by, source.id, { cursor, rejected, ...caughtUp }, leaseMs, now()))) throw new LeaseLost()
    await noteGood()
  }
  context.signal.throwIfAborted()
  const end = { ...(cursor === undefined ? {} : { cursor }), rejected, caughtUpAt: startedAt }
  if (!(await store.connections.advance(by, source.id, end, leaseMs, now()))) throw new LeaseLost()
  await store.sources.noteSuccess(source.id, now())
  if (connection.failures > 0)
    options.log.info('source-recovered', { source: source.id, connector: connector.kind, failures: connection.failures })
}

/** Some pages of a running back-fill; answers whether there is more of it. What fails ends the back-fill and not the source. */
async function fetchEarlier(
  options: RunOptions,
  connector: Connector,
  { source, connection }: ClaimedSource,
  context: Context,
): Promise<boolean> {
  let job = connection.backfill
  if (job?.status !== 'running' || !connector.pull) return false
  const remember = async (next: BackfillJob, rejected: number) => {
    job = next
    const kept = await options.store.connections.advance(
      options.by,
      source.id,
      { backfill: next, rejected },
      options.leaseMs,
      options.now(),
    )
    if (!kept) throw new LeaseLost()
  }
  try {
    const range = { from: new Date(job.from), to: new Date(job.to) }
    let pages = 0
    for await (const page of watched(connector.pull({ ...context, range, cursor: job.cursor }), options.stallMs, context.signal)) {
      const { fresh, rejected } = await takePage(options, connector, source, page, context.signal)
      await remember({ ...job, cursor: page.cursor, share: page.share ?? job.share, messages: job.messages + fresh }, rejected)
      pages += 1
      if (pages >= BACKFILL_PAGES) return true
    }
    context.signal.throwIfAborted()
    await remember({ ...job, status: 'done', share: 1 }, 0)
  } catch (error) {
    if (context.signal.aborted || error instanceof LeaseLost) throw error
    options.log.warn('backfill-failed', { source: source.id, connector: connector.kind, ...errorFields(error) })
    await remember({ ...job, status: 'failed', error: failureWords(error) }, 0)
  }
  return false
}

async function noteFailure(
  options: RunOptions,
  connector: Connector,
  { source, connection }: ClaimedSource,
  error: unknown,
): Promise<void> {
  const { store, now, log, by } = options
  const failures = connection.failures + 1
  const outbound = error instanceof OutboundError ? error : null
  const waitMs = backOffMs(failures, options.firstBackOffMs, outbound?.retryAfterMs ?? null, options.chance())
  log.warn('source-failed', { source: source.id, connector: connector.kind, failures, waitMs: Math.round(waitMs), ...errorFields(error) })
  await store.sources.noteError(source.id, now(), failureWords(error))
  await store.connections.release(by, source.id, { nextAt: new Date(now().getTime() + waitMs), failures })
}

/** The pages as they come; throws when one takes longer than `stallMs`, or `signal` says stop, also when the connector does not listen to it. */
async function* watched(pages: AsyncIterable<Page>, stallMs: number | null, signal: AbortSignal): AsyncGenerator<Page> {
  const iterator = pages[Symbol.asyncIterator]()
  let ended = false
  try {
    while (!ended) {
      const next = await patiently(iterator.next(), stallMs, signal)
      ended = next.done === true
      if (!ended) yield next.value as Page
    }
  } finally {
    if (!ended) void iterator.return?.()?.catch(() => undefined)
  }
}

function patiently<Value>(waiting: Promise<Value>, stallMs: number | null, signal: AbortSignal): Promise<Value> {
  waiting.catch(() => undefined)
  return new Promise((resolve, reject) => {
    const stalled = () => reject(new OutboundError('timeout', 'De andere kant antwoordt niet of te langzaam.'))
    const timer = stallMs === null ? null : setTimeout(stalled, stallMs)
    const stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    waiting.then(resolve, reject).finally(() => {
      if (timer) clearTimeout(timer)
      signal.removeEventListener('abort', stop)
    })
  })
}
