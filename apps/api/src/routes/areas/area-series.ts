import { expectedBetween, type Normal } from '@rumoer/analysis/detect'
import { areaCode, areaSeries, collection, DEFAULT_TAXONOMY, type MapSpan, mapPoint, mapSpan, UNKNOWN_CATEGORY } from '@rumoer/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { badField } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { tenantOf } from '../../tenant.ts'
import { readQuery } from '../scope.ts'

const tags = ['areas']
const HOUR_MS = 3_600_000
const SPANS: Readonly<Record<MapSpan, { steps: number; stepMs: number }>> = {
  day: { steps: 24, stepMs: HOUR_MS },
  weeks: { steps: 12, stepMs: 168 * HOUR_MS },
}
const ALL_CATEGORIES = [...DEFAULT_TAXONOMY.categories.map(({ slug }) => slug), UNKNOWN_CATEGORY.main]

const category = z.string().max(100).optional()
const seriesQuery = readQuery.extend({ span: mapSpan.default('day'), category })
const pointQuery = readQuery.extend({
  area: areaCode,
  span: mapSpan.default('day'),
  step: z.coerce.number().int().min(0).max(23).optional(),
  category,
})

/** What the map shows: counts per area over time, and when somebody looks closely the spots that messages tell of. */
export const areaSeriesRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { areas, events, map } = services.store

  app.get(
    '/v1/area-series',
    {
      config: { access: 'issues.read' },
      schema: {
        tags,
        summary: 'Berichten per wijk en buurt in de tijd',
        description: 'De laatste 24 uur per uur, of de laatste twaalf weken per week; met wat gewoon is. Het lopende uur telt mee.',
        querystring: seriesQuery,
        response: { 200: areaSeries },
      },
    },
    async (request) => {
      const { span, category = null, ...scope } = request.query
      const { readId, now } = await tenantOf(services, request, scope)
      const { from, to, steps, stepMs } = windowOf(span, now)
      const [seq, known, counted, normal, firstHour] = await Promise.all([
        events.seq(readId),
        areas.list(readId),
        map.series(readId, { from, to, stepMs, category }),
        services.normals(readId, now),
        services.store.counts.firstHour(readId),
      ])
      const zeros = new Array<number>(steps.length).fill(0)
      return {
        seq,
        steps: steps.map((step) => ({ from: step.from.toISOString(), to: step.to.toISOString() })),
        areas: known.map(({ code }) => ({
          code,
          ...(counted.get(code) ?? { negative: zeros, neutral: zeros, positive: zeros }),
          expected:
            normal.exposureHours === 0
              ? null
              : usual(
                  normal,
                  code,
                  category,
                  span,
                  steps.map((step) => since(step, firstHour)),
                ),
        })),
      }
    },
  )

  app.get(
    '/v1/map-points',
    {
      config: { access: 'messages.read' },
      schema: {
        tags,
        summary: 'Plekken waar berichten over gaan',
        description:
          'Van één wijk of buurt, samengenomen per vak van ongeveer vijftig meter: nooit een huisnummer, en niets van gevoelige onderwerpen. Ten hoogste 2.000, drukste eerst.',
        querystring: pointQuery,
        response: { 200: collection(mapPoint) },
      },
    },
    async (request) => {
      const { span, step, area, category = null, ...scope } = request.query
      const { readId, now } = await tenantOf(services, request, scope)
      const { from, to, steps } = windowOf(span, now)
      const one = step === undefined ? { from, to } : steps[step]
      if (!one) throw badField('step', step, `expected at most ${steps.length - 1}`)
      const items = await map.points(readId, { area, category, ...one })
      return { items, next: null, seq: await events.seq(readId) }
    },
  )
}

type Step = { from: Date; to: Date }

/** The steps that end with the hour that runs now. */
function windowOf(span: MapSpan, now: Date): Step & { steps: Step[]; stepMs: number } {
  const { steps, stepMs } = SPANS[span]
  const endMs = (Math.floor(now.getTime() / HOUR_MS) + 1) * HOUR_MS
  const startMs = endMs - steps * stepMs
  const at = (step: number) => new Date(startMs + step * stepMs)
  return { from: at(0), to: at(steps), stepMs, steps: Array.from({ length: steps }, (_, step) => ({ from: at(step), to: at(step + 1) })) }
}

/** What of a step lies after the first message ever: before it nothing was normal, since nothing came in. */
const since = ({ from, to }: Step, firstHour: Date | null): Step => {
  const start = firstHour === null || firstHour > to ? to : firstHour > from ? firstHour : from
  return { from: start, to }
}

/** What is normal per step: by the hour of the week for hours; for whole weeks the level alone, in which the hours even out. */
function usual(normal: Normal, areaCode: string, category: string | null, span: MapSpan, steps: readonly Step[]): number[] {
  const categories = category === null ? ALL_CATEGORIES : [category]
  return steps.map(({ from, to }) => {
    const hours = (to.getTime() - from.getTime()) / HOUR_MS
    const sum = categories.reduce((total, one) => {
      const where = { areaCode, category: one }
      return (
        total + (span === 'day' ? expectedBetween(normal, where, from.getTime(), to.getTime()).mean : normal.levelOf(where).rate * hours)
      )
    }, 0)
    return Math.round(sum * 100) / 100
  })
}
