import { DEFAULT_RULES, ruleQualityOf } from '@rumoer/analysis/decide'
import { collection, id, type Rule, type RuleDefinition, rule, ruleDefinition, rulePatch, scopedTest } from '@rumoer/contracts'
import type { StoredRule } from '@rumoer/store'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { audit } from '../../access/audit.ts'
import { badField, notFound } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { actorOf, tenantOf } from '../../tenant.ts'
import { expectPerson } from '../check-references.ts'
import { pageOfAll } from '../page-of-all.ts'
import { listQuery, scopeQuery } from '../scope.ts'

const tags = ['rules']
const params = z.object({ id })
const QUALITY_DAYS = 30
const DAY_MS = 86_400_000

/** Rules of alerting: what they say, whether they are in force, and what people did with their alerts. */
export const ruleRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { rules } = services.store

  app.get(
    '/v1/rules',
    {
      config: { access: 'alerts.read' },
      schema: {
        tags,
        summary: 'Regels voor attenderingen',
        description:
          'Elke regel in de laatste versie, met wat mensen de laatste dertig dagen met de attenderingen deden. `live` is de versie die geldt.',
        querystring: listQuery,
        response: { 200: collection(rule) },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      await rules.seed(municipality.id, DEFAULT_RULES, services.now())
      return pageOfAll(
        services,
        municipality.id,
        await withQuality(services, municipality.id, await rules.list(municipality.id)),
        request.query,
      )
    },
  )

  app.post(
    '/v1/rules',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Maak een regel',
        description: 'Een nieuwe regel geldt nog niet: toets hem eerst op het verleden met `POST /v1/rules/_backtest`.',
        querystring: scopeQuery,
        body: ruleDefinition,
        response: { 201: rule },
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      await expectReceivers(services, request, municipality.id, request.body)
      const now = services.now()
      await rules.seed(municipality.id, DEFAULT_RULES, now)
      const added = await rules.add(municipality.id, { definition: scoped(request.body), by: actorOf(request), now })
      await audit(services, request, municipality.id, 'rule.add', added.id, added.definition.name)
      const [whole] = await withQuality(services, municipality.id, [added])
      return reply.code(201).header('location', `/v1/rules/${added.id}`).send(whole!)
    },
  )

  app.get(
    '/v1/rules/:id',
    {
      config: { access: 'alerts.read' },
      schema: { tags, summary: 'Eén regel', params, querystring: scopeQuery, response: { 200: rule } },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const found = await rules.byId(municipality.id, request.params.id)
      if (!found) throw notFound('such rule')
      return (await withQuality(services, municipality.id, [found]))[0]!
    },
  )

  app.patch(
    '/v1/rules/:id',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Wijzig een regel, of zet hem aan of uit',
        description:
          'Een wijziging is een nieuwe versie; de versie die geldt blijft gelden. `live: true` zet de laatste versie aan: 409 als die nog niet op het verleden is getoetst, of als `version` niet de laatste is.',
        params,
        querystring: scopeQuery,
        body: rulePatch,
        response: { 200: rule },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const { version, live, ...fields } = request.body
      const present = await rules.byId(municipality.id, request.params.id)
      if (!present) throw notFound('such rule')
      const definition = scoped({ ...present.definition, ...fields })
      if (fields.receivers) await expectReceivers(services, request, municipality.id, definition)
      const changed = await rules.change(municipality.id, present.id, {
        version,
        definition,
        ...(live === undefined ? {} : { live }),
        by: actorOf(request),
        now: services.now(),
      })
      if (!changed) throw notFound('such rule')
      for (const [action, detail] of changesOf(present, changed))
        await audit(services, request, municipality.id, action, changed.id, detail)
      return (await withQuality(services, municipality.id, [changed]))[0]!
    },
  )

  app.delete(
    '/v1/rules/:id',
    {
      config: { access: 'admin' },
      schema: { tags, summary: 'Verwijder een regel', params, querystring: scopeQuery, response: { 204: z.undefined() } },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      if (!(await rules.remove(municipality.id, request.params.id, services.now()))) throw notFound('such rule')
      await audit(services, request, municipality.id, 'rule.remove', request.params.id)
      return reply.code(204).send()
    },
  )
}

const scoped = (definition: RuleDefinition): RuleDefinition => ({ ...definition, when: scopedTest(definition.when) })

function changesOf(before: StoredRule, after: StoredRule): [string, string][] {
  return [
    ...(after.version === before.version
      ? []
      : [['rule.change', `version ${after.version}: ${after.definition.name}`] as [string, string]]),
    ...(after.live === before.live ? [] : [['rule.live', after.live === null ? 'off' : `version ${after.live}`] as [string, string]]),
  ]
}

async function expectReceivers(
  services: Services,
  request: FastifyRequest,
  municipalityId: number,
  { receivers }: RuleDefinition,
): Promise<void> {
  const webhooks = receivers.some(({ channel }) => channel === 'webhook') ? await services.store.deliveries.webhooks(municipalityId) : []
  for (const [at, one] of receivers.entries()) {
    if (one.channel === 'webhook' && !webhooks.some(({ id: known }) => known === one.webhook)) {
      throw badField(`receivers.${at}.webhook`, one.webhook, 'expected the id of a webhook here')
    }
    if (one.channel === 'mail') await expectPerson(services, request, municipalityId, `receivers.${at}.user`, one.user)
  }
}

async function withQuality({ store, now }: Services, municipalityId: number, stored: readonly StoredRule[]): Promise<Rule[]> {
  const since = new Date(now().getTime() - QUALITY_DAYS * DAY_MS)
  const outcomes = Map.groupBy(await store.rules.outcomes(municipalityId, since), ({ ruleId }) => ruleId)
  return stored.map(({ definition, ...row }) => ({
    ...definition,
    ...row,
    quality: ruleQualityOf(definition, outcomes.get(row.id) ?? [], QUALITY_DAYS),
  }))
}
