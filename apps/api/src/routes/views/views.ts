import { collection, id, newSavedView, savedView, savedViewPatch } from '@rumoer/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { notFound } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { personOf, tenantOf } from '../../tenant.ts'
import { pageOfAll } from '../page-of-all.ts'
import { listQuery, scopeQuery } from '../scope.ts'

const tags = ['views']
const params = z.object({ id })

/** Pages with filters that a person keeps and may share with colleagues. They hold an address, no messages. */
export const viewRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { views } = services.store

  app.get(
    '/v1/views',
    {
      config: { access: 'issues.read' },
      schema: {
        tags,
        summary: 'Bewaarde weergaven',
        description: 'Die van uzelf, en die collega’s deelden.',
        querystring: listQuery,
        response: { 200: collection(savedView) },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      return pageOfAll(services, municipality.id, await views.list(municipality.id, personOf(request)), request.query)
    },
  )

  app.post(
    '/v1/views',
    {
      config: { access: 'issues.read' },
      schema: { tags, summary: 'Bewaar een weergave', querystring: scopeQuery, body: newSavedView, response: { 201: savedView } },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const added = await views.add(municipality.id, personOf(request), { ...request.body, now: services.now() })
      return reply.code(201).send(added)
    },
  )

  app.patch(
    '/v1/views/:id',
    {
      config: { access: 'issues.read' },
      schema: {
        tags,
        summary: 'Wijzig een weergave van uzelf',
        params,
        querystring: scopeQuery,
        body: savedViewPatch,
        response: { 200: savedView },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const changed = await views.change(municipality.id, personOf(request), request.params.id, request.body)
      if (!changed) throw notFound('such view of yours')
      return changed
    },
  )

  app.delete(
    '/v1/views/:id',
    {
      config: { access: 'issues.read' },
      schema: { tags, summary: 'Verwijder een weergave van uzelf', params, querystring: scopeQuery, response: { 204: z.undefined() } },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      if (!(await views.remove(municipality.id, personOf(request), request.params.id))) throw notFound('such view of yours')
      return reply.code(204).send()
    },
  )
}
