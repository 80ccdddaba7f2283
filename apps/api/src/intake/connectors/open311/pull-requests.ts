import { z } from 'zod'
import type { Answer } from '../../../outbound/outbound.ts'
import type { Context, Page } from '../connector.ts'
import { readJsonAnswer } from '../read-json-answer.ts'
import type { open311Cursor, open311Settings } from './open311.ts'
import { serviceRequest, toMelding } from './service-request.ts'

type Settings = z.output<typeof open311Settings>
type Cursor = z.output<typeof open311Cursor>
type Window = { fromMs: number; toMs: number }

const DAY_MS = 86_400_000
/** The standard lets a server refuse a window of more than 90 days. */
const LOOK_BACK_MS = 89 * DAY_MS
const WINDOW_MS = 30 * DAY_MS
/** A server gives the first thousand and does not say that there were more: such a window is asked again in two halves. */
const FULL = 1_000
const NARROWEST_MS = 60_000
/** For what was written down late over there. */
const OVERLAP_MS = 3_600_000
/** Only the time of asking can be asked for, so that a later status is found by looking at all of it again. */
const AGAIN_MS = 6 * 3_600_000

/** What is new since the cursor; every six hours the last 89 days once more, for what was closed meanwhile; a back-fill in windows of 30 days. */
export async function* pullRequests(context: Context<Settings, Cursor>): AsyncGenerator<Page<Cursor>> {
  const { cursor, range, now } = context
  const nowMs = now().getTime()
  const isAgain = !range && (cursor === null || nowMs - Date.parse(cursor.againAt) >= AGAIN_MS)
  const againAt = isAgain ? new Date(nowMs).toISOString() : (cursor?.againAt ?? new Date(nowMs).toISOString())
  const toMs = range ? range.to.getTime() : nowMs
  const startMs = range ? range.from.getTime() : nowMs - LOOK_BACK_MS
  const fromMs = isAgain || cursor === null ? startMs : Math.max(startMs, Date.parse(cursor.until) - (range ? 0 : OVERLAP_MS))
  for (const window of windowsOf(fromMs, toMs)) {
    for await (const { messages, untilMs } of readWindow(context, window)) {
      const until = new Date(isAgain ? Math.max(untilMs, Date.parse(cursor?.until ?? '1970-01-01T00:00:00Z')) : untilMs).toISOString()
      // A look at all that breaks off starts over; what it had is known by then.
      const done = !isAgain || untilMs >= toMs
      yield {
        messages,
        cursor: { until, againAt: done ? againAt : (cursor?.againAt ?? '1970-01-01T00:00:00.000Z') },
        ...(range ? { share: Math.min(1, (untilMs - startMs) / Math.max(1, toMs - startMs)) } : {}),
      }
    }
  }
}

function windowsOf(fromMs: number, toMs: number): Window[] {
  const count = Math.max(1, Math.ceil((toMs - fromMs) / WINDOW_MS))
  return Array.from({ length: count }, (_, at) => ({
    fromMs: fromMs + at * WINDOW_MS,
    toMs: Math.min(toMs, fromMs + (at + 1) * WINDOW_MS),
  }))
}

async function* readWindow(
  context: Context<Settings, Cursor>,
  { fromMs, toMs }: Window,
): AsyncGenerator<{ messages: unknown[]; untilMs: number }> {
  const rows = await ask(context, { fromMs, toMs })
  if (rows.length >= FULL && toMs - fromMs > NARROWEST_MS) {
    const middleMs = Math.floor((fromMs + toMs) / 2)
    yield* readWindow(context, { fromMs, toMs: middleMs })
    yield* readWindow(context, { fromMs: middleMs, toMs })
    return
  }
  const messages = rows.map((row) => {
    const checked = serviceRequest.safeParse(row)
    return checked.success ? toMelding(checked.data, context.channel) : row
  })
  yield { messages, untilMs: toMs }
}

async function ask(
  { settings: { url, jurisdiction }, outbound, signal }: Context<Settings, Cursor>,
  { fromMs, toMs }: Window,
): Promise<unknown[]> {
  const query = new URLSearchParams({
    start_date: wholeSecond(fromMs),
    // A second more, so that two windows never leave a gap between them.
    end_date: wholeSecond(toMs + 1_000),
    ...(jurisdiction === undefined ? {} : { jurisdiction_id: jurisdiction }),
  })
  const answer = await outbound.ask(`${url.replace(/\/+$/, '')}/requests.json?${query}`, {
    signal,
    headers: { accept: 'application/json' },
  })
  return readJsonAnswer(z.array(z.unknown()), quoted(answer))
}

const wholeSecond = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`

/** Codes such as `001` without quotes, as the standard's own examples have them, are no JSON: they get their quotes. */
const quoted = (answer: Answer): Answer => ({
  ...answer,
  body: Buffer.from(answer.body.toString('utf8').replaceAll(/("\w*_?(?:code|id)"\s*:\s*)(0\d+)(?=\s*[,}\]])/g, '$1"$2"')),
})
