import { z } from 'zod'
import { formatError } from '../../../outbound/outbound-error.ts'
import { readJsonAnswer } from '../read-json-answer.ts'
import type { Report, ReportContext } from '../report.ts'
import type { open311Settings } from './open311.ts'

const code = z.union([z.string(), z.number()]).transform(String)
const services = z.array(z.object({ service_code: code, service_name: z.string() }))
/** The number of the request, or a token to ask for it later: some servers make numbers by and by. */
const made = z.tuple([z.object({ service_request_id: code.nullish(), token: code.nullish() })])

/** Makes a service request; answers its `service_request_id`. Nothing about a resident goes along. */
export async function postRequest(context: ReportContext<z.output<typeof open311Settings>>): Promise<string> {
  const { settings, report, outbound, signal } = context
  const base = settings.url.replace(/\/+$/, '')
  const jurisdiction: Record<string, string> = settings.jurisdiction === undefined ? {} : { jurisdiction_id: settings.jurisdiction }
  if (settings.apiKey === undefined) throw formatError('Deze server heeft nog geen sleutel om te melden. Vul die in bij Bronnen.')
  if (!report.point && !report.address) throw formatError('Dit bericht heeft geen plek. Meld het zelf en vul hier het nummer in.')
  const listed = await outbound.ask(`${base}/services.json?${new URLSearchParams(jurisdiction)}`, { signal })
  const answer = await outbound.ask(`${base}/requests.json`, {
    method: 'POST',
    signal,
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: new URLSearchParams({
      api_key: settings.apiKey,
      ...jurisdiction,
      service_code: serviceFor(report, readJsonAnswer(services, listed), settings.serviceCode),
      description: [report.text, report.note].filter(Boolean).join('\n\n').slice(0, 4_000),
      ...(report.point ? { lat: String(report.point.lat), long: String(report.point.lon) } : {}),
      ...(report.address ? { address_string: report.address } : {}),
    }).toString(),
  })
  const [{ service_request_id, token }] = readJsonAnswer(made, answer)
  if (service_request_id) return service_request_id
  if (!token) throw formatError('De melding is aangenomen, maar kreeg geen nummer.')
  const asked = await outbound.ask(`${base}/tokens/${encodeURIComponent(token)}.json?${new URLSearchParams(jurisdiction)}`, { signal })
  const [{ service_request_id: later }] = readJsonAnswer(made, asked)
  if (!later) throw formatError(`De melding is aangenomen en krijgt later een nummer (kenmerk ${token.slice(0, 60)}).`)
  return later
}

/** The service over there of the same code or name as our category, or else the one that was filled in for the rest. */
function serviceFor({ category }: Report, list: z.output<typeof services>, rest: string | undefined): string {
  const same = (text: string) => text.trim().toLowerCase()
  const found = list.find(({ service_code, service_name }) => service_code === category.sub || same(service_name) === same(category.name))
  const given = found?.service_code ?? rest
  if (given === undefined) throw formatError(`Deze server kent “${category.name}” niet. Vul bij Bronnen een dienst in voor de rest.`)
  return given
}
