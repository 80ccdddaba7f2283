import {
  type BacktestRequest,
  backtestRequest,
  backtestResult,
  LONGEST_BACKTEST_DAYS,
  type RuleVersion,
  scopedTest,
} from '@rumoer/contracts'
import { backTest } from '@rumoer/walk'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { audit } from '../../access/audit.ts'
import { badField, notFound, ProblemError } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { tenantOf } from '../../tenant.ts'
import { scopeQuery } from '../scope.ts'

const DAY_MS = 86_400_000
const DEFAULT_DAYS = 28
/** Of a rule that is not stored. */
const NO_ID = '00000000-0000-0000-0000-000000000000'

/** Plays a rule over the past. One at a time per municipality: it reads months of messages. */
export const backtestRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { rules } = services.store
  const running = new Set<number>()

  app.post(
    '/v1/rules/_backtest',
    {
      config: { access: 'alerts.work' },
      schema: {
        tags: ['rules'],
        summary: 'Toets een regel op het verleden',
        description: `Speelt een bewaarde regel (\`rule\`) of een losse (\`definition\`) af over ten hoogste ${LONGEST_BACKTEST_DAYS} dagen, standaard de laatste ${DEFAULT_DAYS}. Schrijft niets, behalve dat deze versie van een bewaarde regel getoetst is en dus aan mag.`,
        querystring: scopeQuery,
        body: backtestRequest,
        response: { 200: backtestResult },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const { from, to } = rangeOf(request.body, services.now())
      const rule = await ruleOf(municipality.id, request.body)
      if (running.has(municipality.id)) {
        throw new ProblemError(503, 'Another back-test of this municipality runs; try again when it is done.', {
          headers: { 'retry-after': '10' },
        })
      }
      running.add(municipality.id)
      try {
        const { stepMinutes } = request.body
        const result = await backTest({ store: services.store, municipalityId: municipality.id, rule, from, to, stepMinutes })
        if (rule.id !== NO_ID) {
          await rules.noteBacktest(municipality.id, rule.id, rule.version, result, services.now())
          await audit(services, request, municipality.id, 'rule.backtest', rule.id, `version ${rule.version}`)
        }
        return result
      } finally {
        running.delete(municipality.id)
      }
    },
  )

  async function ruleOf(municipalityId: number, { rule, definition }: BacktestRequest): Promise<RuleVersion> {
    if (rule === undefined) return { id: NO_ID, version: 1, definition: { ...definition!, when: scopedTest(definition!.when) } }
    const found = await rules.byId(municipalityId, rule)
    if (!found) throw notFound('such rule')
    return found
  }
}

function rangeOf(body: BacktestRequest, now: Date): { from: Date; to: Date } {
  const to = body.to === undefined ? now : new Date(Math.min(now.getTime(), Date.parse(body.to)))
  const from = body.from === undefined ? new Date(to.getTime() - DEFAULT_DAYS * DAY_MS) : new Date(body.from)
  if (from >= to) throw badField('from', body.from, 'expected an instant before to')
  if (to.getTime() - from.getTime() > LONGEST_BACKTEST_DAYS * DAY_MS) {
    throw badField('from', body.from, `expected at most ${LONGEST_BACKTEST_DAYS} days before to`)
  }
  return { from, to }
}
