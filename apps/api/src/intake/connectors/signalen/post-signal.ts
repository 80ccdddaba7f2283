import { z } from 'zod'
import { formatError } from '../../../outbound/outbound-error.ts'
import { readJsonAnswer } from '../read-json-answer.ts'
import type { ReportContext } from '../report.ts'

const made = z.object({ signal_id: z.string().min(1) })
const TERMS = '/signals/v1/public/terms/categories'

/** Makes a signal by Signalen's public route; answers its `signal_id`, by which it comes back when this Signalen is read. Nothing about a resident goes along. */
export async function postSignal({ settings: { url }, report, outbound, signal }: ReportContext<{ url: string }>): Promise<string> {
  const { text, note, point, category, createdAt } = report
  if (!point) throw formatError('Dit bericht heeft geen plek op de kaart. Meld het zelf in Signalen en vul hier het nummer in.')
  const answer = await outbound.ask(`${url.replace(/\/+$/, '')}/signals/v1/public/signals/`, {
    method: 'POST',
    signal,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({
      text: text.slice(0, 3_000),
      ...(note === '' ? {} : { text_extra: note }),
      location: { geometrie: { type: 'Point', coordinates: [point.lon, point.lat] } },
      category: { sub_category: `${TERMS}/${category.main}/sub_categories/${category.sub}` },
      reporter: {},
      incident_date_start: createdAt,
    }),
  })
  return readJsonAnswer(made, answer).signal_id
}
