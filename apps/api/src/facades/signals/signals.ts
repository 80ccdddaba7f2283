import { DEFAULT_TAXONOMY } from '@rumoer/contracts'
import type { PublicReport, SourceRow } from '@rumoer/store'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { badField, notFound, ProblemError, problemOf } from '../../errors.ts'
import { expectOpen, sourceOfKey } from '../../intake/post-messages.ts'
import { bearerOf, hashOf } from '../../plugins/access.ts'
import { logFailure } from '../../plugins/problems.ts'
import { FACADE_PATHS } from '../../plugins/security.ts'
import type { Services } from '../../services.ts'
import { ownDocument } from '../own-document.ts'
import { PUBLIC_CATEGORIES } from '../public-category.ts'
import { takeReport } from '../take-report.ts'
import { detailsOf } from './details-of.ts'
import { newSignal, toReport } from './new-signal.ts'
import { TERMS, toMainTerm, toSubTerm } from './terms.ts'

const [, BASE] = FACADE_PATHS
const FORM = 'public-form'
/** What Signalen itself lets one address post. */
const POSTS_AN_HOUR = 60
const config = { access: 'public' } as const
const signal = z.object({
  _links: z.object({ self: z.object({ href: z.string() }) }),
  _display: z.string(),
  id: z.int(),
  id_display: z.string(),
  signal_id: z.uuid(),
  status: z.object({ state: z.enum(['OPEN', 'CLOSED']), state_display: z.enum(['Open', 'Gesloten']) }),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  incident_date_start: z.iso.datetime({ offset: true }),
  incident_date_end: z.iso.datetime({ offset: true }).nullable(),
})

/** Signalen's public doors that a form needs: its categories, a new signal, and the status of one by its id. Errors are told as Django REST does. */
export const signals: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { store } = services
  app.setErrorHandler((error, request, reply) => sendDetails(services, error, request, reply))
  await ownDocument(app, services, {
    base: BASE,
    title: 'Signalen: openbaar meldformulier',
    description:
      'Wat een meldformulier van Signalen nodig heeft. Zonder sleutel gaat een melding naar het openbare meldformulier van de gemeente.',
    version: '1.0.0',
  })

  app.post(
    `${BASE}/signals/`,
    {
      config: {
        ...config,
        rateLimit: {
          max: (request: FastifyRequest) => (bearerOf(request) === null ? POSTS_AN_HOUR : services.config.rateLimitPerMinute * 60),
          timeWindow: '1 hour',
          keyGenerator: (request: FastifyRequest) => bearerOf(request) ?? request.ip,
        },
      },
      schema: {
        summary: 'Doe een melding',
        description: 'municipality is nodig als hier meer gemeenten zijn. Wie meldt wordt niet bewaard.',
        querystring: z.strictObject({ municipality: z.string().max(20).optional() }),
        body: newSignal,
        response: { 201: signal },
      },
    },
    async (request, reply) => {
      const source = await sourceFor(request, request.query.municipality)
      const report = await takeReport(services, source, toReport(request.body))
      const { incident_date_start: from, incident_date_end: to } = request.body
      return reply.code(201).send(toSignal(report, from, to ?? null))
    },
  )

  app.get(
    `${BASE}/signals/:id`,
    { config, schema: { summary: 'De status van een melding', params: z.object({ id: z.uuid() }), response: { 200: signal } } },
    async (request) => {
      const report = await store.publicReports.byId(request.params.id)
      if (!report) throw notFound('such signal')
      return toSignal(report, report.message.createdAt, null)
    },
  )

  app.get(`${TERMS}/`, { config, schema: { summary: 'Categorieën' } }, async () => ({
    _links: { self: { href: `${TERMS}/` }, next: { href: null }, previous: { href: null } },
    count: DEFAULT_TAXONOMY.categories.length,
    results: DEFAULT_TAXONOMY.categories.map(toMainTerm),
  }))

  app.get(
    `${TERMS}/:main`,
    { config, schema: { summary: 'Eén hoofdcategorie', params: z.object({ main: z.string().max(100) }) } },
    async (request) => {
      const found = DEFAULT_TAXONOMY.categories.find(({ slug }) => slug === request.params.main)
      if (!found) throw notFound('such category')
      return toMainTerm(found)
    },
  )

  app.get(
    `${TERMS}/:main/sub_categories/:sub`,
    { config, schema: { summary: 'Eén subcategorie', params: z.object({ main: z.string().max(100), sub: z.string().max(100) }) } },
    async (request) => {
      const { params } = request
      const found = PUBLIC_CATEGORIES.find(({ main, sub }) => main.slug === params.main && sub.slug === params.sub)
      if (!found) throw notFound('such category')
      return toSubTerm(found)
    },
  )

  app.get(`${BASE}/*`, { config, schema: { hide: true } }, async () => {
    throw notFound('such address')
  })

  /** The source of the key that is sent along, or else the public form of the one municipality that has one. */
  async function sourceFor(request: FastifyRequest, code: string | undefined): Promise<SourceRow> {
    const secret = bearerOf(request)
    if (secret !== null) return sourceOfKey(services, await store.access.principalOfKey(hashOf(secret), services.now()))
    const all = (await store.municipalities.list()).filter((one) => code === undefined || one.code === code)
    const forms = (await Promise.all(all.map(({ id }) => store.sources.ofKind(id, FORM)))).flat()
    if (forms.length === 0) throw new ProblemError(403, 'Deze gemeente heeft geen openbaar meldformulier aan staan.')
    const [form, another] = forms
    if (another) throw badField('municipality', code, 'expected the code of the municipality that this is for')
    expectOpen(services, form!)
    return form!
  }
}

function toSignal({ id, number, message }: PublicReport, from: string, to: string | null): z.output<typeof signal> {
  const isOpen = message.closedAt === null
  return {
    _links: { self: { href: `${BASE}/signals/${id}` } },
    _display: `SIG-${number}`,
    id: number,
    id_display: `SIG-${number}`,
    signal_id: id,
    status: isOpen ? { state: 'OPEN', state_display: 'Open' } : { state: 'CLOSED', state_display: 'Gesloten' },
    created_at: message.createdAt,
    updated_at: message.closedAt ?? message.createdAt,
    incident_date_start: from,
    incident_date_end: to,
  }
}

function sendDetails(services: Services, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { problem, headers } = problemOf(error)
  logFailure(services, error, request, problem.status)
  return reply
    .code(problem.status)
    .headers(headers)
    .type('application/json; charset=utf-8')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(problem.errors ? detailsOf(problem.errors) : { detail: problem.detail })
}
