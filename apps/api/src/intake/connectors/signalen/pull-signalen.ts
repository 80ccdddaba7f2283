import { z } from 'zod'
import type { Context, Page } from '../connector.ts'
import { readJsonAnswer } from '../read-json-answer.ts'
import { type PrivateSignal, privateSignal, toMelding } from './private-signal.ts'
import type { signalenCursor, signalenSettings } from './signalen.ts'

type Cursor = z.output<typeof signalenCursor>

const PAGE = 100
const FIRST_DAYS = 7
/** Looked at again each time, for what was written down late or while the clock over there went back. */
const OVERLAP_MS = 5 * 60_000
const DAY_MS = 86_400_000

const list = z.object({
  results: z.array(z.unknown()),
  _links: z.object({ next: z.object({ href: z.string().nullish() }).nullish() }).nullish(),
})

/**
 * Meldingen in order of change since the cursor; of a back-fill in order of creation. A page is asked by the last moment seen and not by its number:
 * what changes meanwhile moves to the end, and by number the rows behind it would be passed over.
 */
export async function* pullSignalen({
  settings: { url, token },
  cursor,
  range,
  outbound,
  now,
  signal,
}: Context<z.output<typeof signalenSettings>, Cursor>): AsyncGenerator<Page<Cursor>> {
  const by = range ? 'created' : 'updated'
  const startMs = range ? range.from.getTime() : now().getTime() - FIRST_DAYS * DAY_MS
  let after = cursor ? new Date(Date.parse(cursor.after) - (range ? 0 : OVERLAP_MS)) : new Date(startMs)
  for (let page = 1; ; ) {
    const query = new URLSearchParams({
      page: String(page),
      page_size: String(PAGE),
      ordering: `${by}_at`,
      [`${by}_after`]: after.toISOString(),
      ...(range ? { created_before: range.to.toISOString() } : {}),
    })
    const answer = await outbound.ask(`${url.replace(/\/+$/, '')}/signals/v1/private/signals/?${query}`, {
      signal,
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    })
    const { results, _links } = readJsonAnswer(list, answer)
    const signals = results.flatMap((one): PrivateSignal[] => {
      const checked = privateSignal.safeParse(one)
      return checked.success ? [checked.data] : []
    })
    const lastMs = Math.max(after.getTime(), ...signals.map((one) => Date.parse(range ? one.created_at : one.updated_at)))
    const unread: unknown[] = results.filter((one) => !privateSignal.safeParse(one).success)
    yield {
      // A part of a melding that was split says what the whole said; only the whole is a resident's message.
      messages: [...signals.filter((one) => one.has_parent !== true).map(toMelding), ...unread],
      cursor: { after: new Date(lastMs).toISOString() },
      ...(range ? { share: Math.min(1, (lastMs - startMs) / Math.max(1, range.to.getTime() - startMs)) } : {}),
    }
    if (!_links?.next?.href || results.length === 0) return
    page = lastMs > after.getTime() ? 1 : page + 1
    after = new Date(lastMs)
  }
}
