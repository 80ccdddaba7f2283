import { alert, alertPatch, alertReasons, alertStatus, collection, DEFAULT_PAGE, id, MAX_PAGE } from '@rumoer/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { notFound } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { actorOf, tenantOf } from '../../tenant.ts'
import { readQuery, scopeQuery } from '../scope.ts'

const tags = ['alerts']
const params = z.object({ id })
const alertQuery = readQuery.extend({
  status: alertStatus.optional(),
  issue: id.optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(DEFAULT_PAGE),
  cursor: z.string().max(500).optional(),
})

/** Alerts: what was raised and why, acknowledged and closed by people. */
export const alertRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { alerts } = services.store

  app.get(
    '/v1/alerts',
    {
      config: { access: 'alerts.read' },
      schema: {
        tags,
        summary: 'Attenderingen',
        description: 'Nieuwste eerst.',
        querystring: alertQuery,
        response: { 200: collection(alert) },
      },
    },
    async (request) => {
      const { municipality, replay, ...query } = request.query
      const { readId } = await tenantOf(services, request, { municipality, replay })
      return alerts.list(readId, query)
    },
  )

  app.get(
    '/v1/alerts/:id',
    {
      config: { access: 'alerts.read' },
      schema: { tags, summary: 'Eén attendering', params, querystring: readQuery, response: { 200: alert } },
    },
    async (request) => {
      const { readId } = await tenantOf(services, request, request.query)
      const found = await alerts.byId(readId, request.params.id)
      if (!found) throw notFound('such alert')
      return found
    },
  )

  app.get(
    '/v1/alerts/:id/reasons',
    {
      config: { access: 'alerts.read' },
      schema: {
        tags,
        summary: 'Waarom een attendering afging',
        description: 'Elke voorwaarde met de gemeten waarde en de drempel.',
        params,
        querystring: readQuery,
        response: { 200: alertReasons },
      },
    },
    async (request) => {
      const { readId } = await tenantOf(services, request, request.query)
      const reasons = await alerts.reasons(readId, request.params.id)
      if (!reasons) throw notFound('such alert')
      return reasons
    },
  )

  app.patch(
    '/v1/alerts/:id',
    {
      config: { access: 'alerts.work' },
      schema: {
        tags,
        summary: 'Bevestig of sluit een attendering',
        params,
        querystring: scopeQuery,
        body: alertPatch,
        response: { 200: alert },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const changed = await alerts.change(municipality.id, request.params.id, {
        ...request.body,
        by: actorOf(request),
        now: services.now(),
      })
      if (!changed) throw notFound('such alert')
      return changed
    },
  )
}
