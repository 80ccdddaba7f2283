import { DEFAULT_RULES, quietUntil } from '@rumoer/analysis/decide'
import { type AlertCheck, alertCheck, id, type RuleDefinition } from '@rumoer/contracts'
import { ACTIVE_HOURS, countForRules, findBurst, judgeOnce, rulesIn } from '@rumoer/walk'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { notFound } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { tenantOf } from '../../tenant.ts'
import { readQuery } from '../scope.ts'

/** The answer to “waarom niet”: every rule in force against one issue, now, without writing anything. */
export const alertCheckRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { issues, alerts, rules } = services.store

  app.get(
    '/v1/issues/:id/alert-check',
    {
      config: { access: 'alerts.read' },
      schema: {
        tags: ['alerts'],
        summary: 'Waarom een kwestie wel of geen attendering geeft',
        description:
          'Elke regel die geldt, met elke voorwaarde, de gemeten waarde, de drempel, waar de voorwaarde naar kijkt, en wat de attendering nu tegenhoudt.',
        params: z.object({ id }),
        querystring: readQuery,
        response: { 200: alertCheck },
      },
    },
    async (request): Promise<AlertCheck> => {
      const { municipality, readId, now } = await tenantOf(services, request, request.query)
      const issue = await issues.byId(readId, request.params.id)
      const stored = issue && (await issues.activity(readId, issue.id, now))
      if (!stored) throw notFound('such issue')
      if (readId === municipality.id) await rules.seed(readId, DEFAULT_RULES, now)
      const crisis = await services.store.crises.present(readId)
      const live = rulesIn(crisis, await rules.live(readId))
      const countOf = await countForRules(services.store, readId, live, [stored], now)
      const watched = (await issues.active(readId, now, ACTIVE_HOURS)).length
      const { decision } = await judgeOnce(services.store, readId, {
        stored,
        normal: await services.normals(readId, now),
        rules: live,
        countOf: (rule) => countOf(rule, stored.issueId),
        episode: (await alerts.episodes(readId, [stored.issueId])).get(stored.issueId),
        findSignal: findBurst(watched, crisis),
        at: now,
      })
      return {
        issue: stored.issueId,
        at: now.toISOString(),
        level: decision.level,
        rules: decision.verdicts.map(({ rule, holds, conditions, heldBack }) => ({
          rule: { id: rule.id, version: rule.version, name: rule.definition.name },
          level: rule.definition.level,
          holds,
          conditions,
          heldBack,
          quietUntil: quietOf(rule.definition, now),
        })),
      }
    },
  )
}

/** Mail of a crisis does not wait. */
function quietOf({ level, quietHours }: RuleDefinition, now: Date): string | null {
  const until = level === 'crisis' ? null : quietUntil(quietHours, now.getTime())
  return until === null ? null : new Date(until).toISOString()
}
