import { collection, delivery, id, newWebhook, webhook } from '@rumoer/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { audit } from '../../access/audit.ts'
import { badField, notFound } from '../../errors.ts'
import { OutboundError } from '../../outbound/outbound-error.ts'
import type { Services } from '../../services.ts'
import { tenantOf } from '../../tenant.ts'
import { pageOfAll } from '../page-of-all.ts'
import { listQuery, scopeQuery } from '../scope.ts'

const tags = ['webhooks']
const MOST_DELIVERIES = 500

/** Where signed notices of alerts go, and what became of every notice. */
export const webhookRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { deliveries } = services.store

  app.get(
    '/v1/webhooks',
    { config: { access: 'admin' }, schema: { tags, summary: 'Webhooks', querystring: listQuery, response: { 200: collection(webhook) } } },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      return pageOfAll(services, municipality.id, await deliveries.webhooks(municipality.id), request.query)
    },
  )

  app.post(
    '/v1/webhooks',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Voeg een webhook toe',
        description:
          'Noem hem daarna als ontvanger in een regel. `secret` staat alleen in dit antwoord: daarmee controleert u de handtekening (Standard Webhooks, HMAC-SHA256 over `webhook-id.webhook-timestamp.body`).',
        querystring: scopeQuery,
        body: newWebhook,
        response: { 201: webhook.extend({ secret: z.string() }) },
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      expectReachable(request.body.url)
      const added = await deliveries.addWebhook(municipality.id, { ...request.body, now: services.now() })
      await audit(services, request, municipality.id, 'webhook.add', added.id, added.name)
      return reply.code(201).send({ ...added, secret: services.webhookSecret(added.id) })
    },
  )

  app.delete(
    '/v1/webhooks/:id',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Verwijder een webhook',
        params: z.object({ id }),
        querystring: scopeQuery,
        response: { 204: z.undefined() },
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      if (!(await deliveries.removeWebhook(municipality.id, request.params.id, services.now()))) throw notFound('such webhook')
      await audit(services, request, municipality.id, 'webhook.remove', request.params.id)
      return reply.code(204).send()
    },
  )

  app.get(
    '/v1/deliveries',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Verzonden en wachtende berichten over attenderingen',
        description: 'Nieuwste eerst, ten hoogste 500.',
        querystring: listQuery.extend({ alert: id.optional() }),
        response: { 200: collection(delivery) },
      },
    },
    async (request) => {
      const { alert, ...query } = request.query
      const { municipality } = await tenantOf(services, request, query)
      const all = await deliveries.list(municipality.id, { limit: MOST_DELIVERIES, ...(alert === undefined ? {} : { alert }) })
      return pageOfAll(services, municipality.id, all, query)
    },
  )

  function expectReachable(address: string): void {
    const url = new URL(address)
    if (url.protocol !== 'https:' && !(services.config.outbound.allowPrivate && url.protocol === 'http:'))
      throw badField('url', address, 'expected an https address')
    try {
      services.outbound.guard.check(url)
    } catch (error) {
      if (error instanceof OutboundError) throw badField('url', address, 'expected an address on the internet, without a name or password')
      throw error
    }
  }
}
