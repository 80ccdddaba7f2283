import { areaCode, channel, collection, DEFAULT_TAXONOMY, day, type ReputationReport, reputationReport } from '@rumoer/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { badField } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { type Tenant, tenantOf } from '../../tenant.ts'
import { pageOfAll } from '../page-of-all.ts'
import { listQuery, readQuery } from '../scope.ts'
import { dayAt, monthOf, periodOf, weekOf } from './period.ts'
import { reportCsv } from './report-csv.ts'

const tags = ['reports']
const params = z.object({ id: z.string().max(20) })
const filters = readQuery.extend({ area: areaCode.optional(), channel: channel.optional() })
const reportPeriod = z.object({ id: z.string(), kind: z.enum(['week', 'month']), on: day, messages: z.int().nonnegative() })
type ReportPeriod = z.infer<typeof reportPeriod>

const CATEGORY_NAMES: ReadonlyMap<string, string> = new Map([
  ...DEFAULT_TAXONOMY.categories.map(({ slug, name }) => [slug, name] as const),
  ['unknown', 'Onbekend'],
])

/** Reputation reports per week and month. */
export const reportRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { counts, reports } = services.store

  async function reportOf(
    tenant: Tenant,
    id: string,
    filter: { area?: string | undefined; channel?: string | undefined },
  ): Promise<ReputationReport> {
    const found = periodOf(id)
    if (!found) throw badField('id', id, 'expected an ISO week such as 2026-W48 or a month such as 2026-11')
    const report = await reports.reputation(
      tenant.readId,
      { period: found.period, on: found.on, area: filter.area, channel: filter.channel },
      services.now(),
    )
    return { ...report, themes: report.themes.map((row) => ({ ...row, label: CATEGORY_NAMES.get(row.key) ?? row.label })) }
  }

  app.get(
    '/v1/reports',
    {
      config: { access: 'reports.read' },
      schema: {
        tags,
        summary: 'Weken en maanden met berichten',
        description: 'Nieuwste eerst.',
        querystring: listQuery,
        response: { 200: collection(reportPeriod) },
      },
    },
    async (request) => {
      const { readId, now } = await tenantOf(services, request, request.query)
      const firstHour = await counts.firstHour(readId)
      const hours = firstHour === null ? [] : await counts.hourly(readId, { areaCode: null, category: null, from: firstHour, to: now })
      return pageOfAll(services, readId, periodsOf(hours), request.query)
    },
  )

  app.get(
    '/v1/reports/:id',
    {
      config: { access: 'reports.read' },
      schema: {
        tags,
        summary: 'Eén rapport',
        description: 'Elk getal heeft in `query` de zoekvraag op /v1/messages die precies dat aantal berichten geeft.',
        params,
        querystring: filters,
        response: { 200: reputationReport },
      },
    },
    async (request) => reportOf(await tenantOf(services, request, request.query), request.params.id, request.query),
  )

  app.get(
    '/v1/reports/:id/_export',
    {
      config: { access: 'reports.read' },
      schema: {
        tags,
        summary: 'Een rapport als bestand',
        params,
        querystring: filters.extend({ format: z.enum(['csv'], 'expected csv') }),
      },
    },
    async (request, reply) => {
      const report = await reportOf(await tenantOf(services, request, request.query), request.params.id, request.query)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="rumoer-rapport-${request.params.id}.csv"`)
        .send(reportCsv(report))
    },
  )
}

/** Adds hours up to the weeks and months that hold them; newest first, a month before its weeks. */
function periodsOf(hours: readonly { hourAt: Date; messages: number }[]): ReportPeriod[] {
  const found = new Map<string, ReportPeriod>()
  for (const { hourAt, messages } of hours) {
    const on = dayAt(hourAt)
    for (const period of [weekOf(on), monthOf(on)]) {
      const known = found.get(period.id) ?? { id: period.id, kind: period.period, on: period.on, messages: 0 }
      known.messages += messages
      found.set(period.id, known)
    }
  }
  return [...found.values()].sort((a, b) => b.on.localeCompare(a.on) || a.kind.localeCompare(b.kind))
}
