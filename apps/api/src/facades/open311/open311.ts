import type { Municipality } from '@rumoer/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { badField, notFound, notSignedIn, ProblemError, problemOf } from '../../errors.ts'
import { sourceOfKey } from '../../intake/post-messages.ts'
import { hashOf } from '../../plugins/access.ts'
import { logFailure } from '../../plugins/problems.ts'
import { FACADE_PATHS } from '../../plugins/security.ts'
import type { Services } from '../../services.ts'
import { ownDocument } from '../own-document.ts'
import { isForAll, PUBLIC_CATEGORIES, publicCategoryOf } from '../public-category.ts'
import { takeReport } from '../take-report.ts'
import { FORMATS, type Format, formatOf, sendList, sendOne } from './format.ts'
import { type NewRequest, newRequest, readForm, toReport } from './new-request.ts'
import { requestsQuery, windowOf } from './requests-query.ts'
import { type errors, service, serviceDefinition, serviceRequest, toService, toServiceRequest } from './service-request.ts'

const [BASE] = FACADE_PATHS
const MAX_REQUESTS = 1_000
/** When this description of the endpoint last changed. */
const CHANGESET = '2026-11-27T00:00:00Z'
const ID = '^[0-9a-f-]{36}$'
const jurisdiction = z.object({ jurisdiction_id: z.string().max(200).optional() })
const config = { access: 'public' } as const

/** A server of Open311 GeoReport v2, in XML and JSON, for such as FixMyStreet: services, new requests with the key of a source, and their status. */
export const open311: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { store, now } = services
  app.setErrorHandler((error, request, reply) => sendErrors(services, error, request, reply))
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) =>
    readForm(body),
  )
  await ownDocument(app, services, {
    base: BASE,
    title: 'Open311 GeoReport v2',
    description:
      'Meldingen doen en volgen volgens Open311 GeoReport v2. Van wat hier gemeld is staat de status open voor wie het nummer heeft.',
    version: '2.0.0',
  })

  for (const format of FORMATS) {
    app.get(`${BASE}/discovery.${format}`, { config, schema: { summary: 'Wat hier te vinden is' } }, async (_request, reply) =>
      sendOne(reply, format, 'discovery', discovery(services, format)),
    )

    app.get(
      `${BASE}/services.${format}`,
      { config, schema: { summary: 'Waarover gemeld kan worden', querystring: jurisdiction, response: { 200: z.array(service) } } },
      async (request, reply) => {
        await municipalityFor(request.query.jurisdiction_id)
        return sendList(reply, format, ['services', 'service'], PUBLIC_CATEGORIES.map(toService))
      },
    )

    app.get(
      `${BASE}/services/:code(^[a-z0-9-.]+$).${format}`,
      {
        config,
        schema: {
          summary: 'Vragen bij één soort melding: die zijn er hier niet',
          params: z.object({ code: z.string() }),
          querystring: jurisdiction,
          response: { 200: serviceDefinition },
        },
      },
      async (request, reply) => {
        const { code } = request.params
        await municipalityFor(request.query.jurisdiction_id)
        if (!PUBLIC_CATEGORIES.some((one) => one.code === code)) throw notFound('such service_code')
        return sendOne(reply, format, 'service_definition', { service_code: code, attributes: format === 'json' ? [] : '' })
      },
    )

    app.post(
      `${BASE}/requests.${format}`,
      {
        config,
        schema: {
          summary: 'Doe een melding',
          description: 'api_key is de sleutel van een bron. Wie meldt wordt niet bewaard, en een foto ook niet.',
          consumes: ['application/x-www-form-urlencoded'],
          body: newRequest,
          response: { 201: z.array(z.object({ service_request_id: z.string(), service_notice: z.string().nullable() })) },
        },
      },
      async (request, reply) => {
        const source = await sourceFor(request.body)
        if (!PUBLIC_CATEGORIES.some(({ code }) => code === request.body.service_code)) throw notFound('such service_code')
        const { id } = await takeReport(services, source, toReport(request.body))
        return sendList(reply.code(201), format, ['service_requests', 'request'], [{ service_request_id: id, service_notice: null }])
      },
    )

    app.get(
      `${BASE}/requests.${format}`,
      {
        config,
        schema: {
          summary: 'Meldingen die hier gedaan zijn',
          description: `Ten hoogste ${MAX_REQUESTS}, de oudste eerst, over ten hoogste 90 dagen. Gevoelige onderwerpen staan er niet bij.`,
          querystring: requestsQuery,
          response: { 200: z.array(serviceRequest) },
        },
      },
      async (request, reply) => {
        const list = ['service_requests', 'request'] as const
        const { query } = request
        const municipality = await municipalityFor(query.jurisdiction_id)
        if (query.service_request_id) {
          const found = await Promise.all(query.service_request_id.map((id) => reportOf(id, municipality)))
          return sendList(reply, format, list, found)
        }
        const unknown = query.service_code?.find((code) => !PUBLIC_CATEGORIES.some((one) => one.code === code))
        if (unknown !== undefined) throw notFound('such service_code')
        const open = query.status?.length === 1 ? { open: query.status[0] === 'open' } : {}
        const reports = await store.publicReports.list(municipality.id, { ...windowOf(query, now()), ...open, limit: MAX_REQUESTS })
        const shown = reports.filter(
          ({ message }) => isForAll(message) && (query.service_code?.includes(publicCategoryOf(message)?.code ?? '') ?? true),
        )
        return sendList(
          reply,
          format,
          list,
          shown.map((report) => toServiceRequest(report, true)),
        )
      },
    )

    app.get(
      `${BASE}/requests/:id(${ID}).${format}`,
      {
        config,
        schema: {
          summary: 'Eén melding',
          params: z.object({ id: z.uuid() }),
          querystring: jurisdiction,
          response: { 200: z.array(serviceRequest) },
        },
      },
      async (request, reply) => {
        const municipality = await municipalityFor(request.query.jurisdiction_id)
        return sendList(reply, format, ['service_requests', 'request'], [await reportOf(request.params.id, municipality)])
      },
    )
  }
  app.get(`${BASE}/*`, { config, schema: { hide: true } }, async () => {
    throw notFound('such address')
  })

  async function municipalityFor(code: string | undefined): Promise<Municipality> {
    const all = await store.municipalities.list()
    const found = code ? all.find((one) => one.code === code) : all.length === 1 ? all[0] : undefined
    if (found) return found
    if (code) throw notFound('such jurisdiction_id')
    throw badField('jurisdiction_id', '', 'expected the code of a municipality here, such as GM0106')
  }

  async function sourceFor({ api_key, jurisdiction_id }: NewRequest) {
    const principal = api_key === undefined ? null : await store.access.principalOfKey(hashOf(api_key), now())
    const source = await sourceOfKey(services, principal)
    if (jurisdiction_id !== undefined && (await municipalityFor(jurisdiction_id)).id !== source.municipalityId) throw notSignedIn()
    return source
  }

  async function reportOf(id: string, municipality: Municipality) {
    const report = z.uuid().safeParse(id).success ? await store.publicReports.byId(id) : null
    if (report?.municipalityId !== municipality.id) throw notFound('such service_request_id')
    return toServiceRequest(report, isForAll(report.message))
  }
}

function discovery({ running }: Services, format: Format) {
  const formats = ['text/xml', 'application/json']
  const endpoint = {
    specification: 'http://wiki.open311.org/GeoReport_v2',
    url: `${running.publicUrl}${BASE}`,
    changeset: CHANGESET,
    type: 'production',
    formats: format === 'json' ? formats : { format: formats },
  }
  return {
    changeset: CHANGESET,
    contact: `De beheerder van ${new URL(running.publicUrl).host}`,
    key_service: 'Een sleutel geeft de beheerder: bij Bronnen, Bron toevoegen.',
    endpoints: format === 'json' ? [endpoint] : { endpoint },
  }
}

/** Errors as a list, in the format of the address; a missing or wrong key is 403 in this standard. */
function sendErrors(services: Services, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { problem, headers } = problemOf(error)
  logFailure(services, error, request, problem.status)
  const status = error instanceof ProblemError && problem.status === 401 ? 403 : problem.status
  const told = problem.errors?.map(({ path, expected }) => `${path}: ${expected}`) ?? [problem.detail]
  const list: z.output<typeof errors> = told.map((description) => ({ code: status, description }))
  const { 'www-authenticate': _ours, ...rest } = headers
  return sendList(reply.code(status).headers(rest), formatOf(request.url), ['errors', 'error'], list)
}
