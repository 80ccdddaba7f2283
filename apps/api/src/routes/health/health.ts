import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ProblemError } from '../../errors.ts'
import { lagOf } from '../../metrics.ts'
import type { Services } from '../../services.ts'

const tags = ['health']
/** A walk that is further behind is stuck rather than busy. */
const MAX_LAG_MS = 5 * 60_000
const notReady = (detail: string) => new ProblemError(503, detail, { headers: { 'retry-after': '5' } })
const answerAnyway = () => undefined

/** Alive, ready, and how it is doing. */
export const healthRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { store, metrics, now } = services
  const config = { access: 'public', rateLimit: false, pressureHandler: answerAnyway } as const

  app.get(
    '/healthz',
    { config, schema: { tags, summary: 'Leeft het proces', response: { 200: z.object({ status: z.literal('ok') }) } } },
    async () => ({
      status: 'ok' as const,
    }),
  )

  app.get(
    '/readyz',
    {
      config,
      schema: {
        tags,
        summary: 'Kan het werk aan',
        description: 'De database antwoordt en de verwerking loopt minder dan vijf minuten achter.',
        response: { 200: z.object({ status: z.literal('ready'), waiting: z.int().nonnegative(), oldestMs: z.number().nonnegative() }) },
      },
    },
    async () => {
      if (!services.running.isReady) throw notReady('The start is not over yet.')
      await store.health.ping().catch(() => {
        throw notReady('The database does not answer.')
      })
      const lags = await Promise.all((await store.municipalities.list()).map(({ id }) => lagOf(store, id, now())))
      const oldestMs = Math.max(0, ...lags.map((lag) => lag.oldestMs))
      if (oldestMs > MAX_LAG_MS) throw notReady(`The walk is ${Math.round(oldestMs / 1000)} s behind.`)
      return { status: 'ready' as const, waiting: lags.reduce((sum, lag) => sum + lag.waiting, 0), oldestMs }
    },
  )

  app.get('/metrics', { config, schema: { tags, summary: 'Cijfers voor Prometheus' } }, async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  )
}
