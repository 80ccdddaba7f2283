import { collection, contentItem, contentItemPatch, id, newContentItem } from '@rumoer/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { notFound, ProblemError } from '../../errors.ts'
import { itemsForScreen } from '../../screens/for-screen.ts'
import type { Services } from '../../services.ts'
import { actorOf, tenantOf } from '../../tenant.ts'
import { expectIssue, expectPerson } from '../check-references.ts'
import { pageOfAll } from '../page-of-all.ts'
import { listQuery, readQuery, scopeQuery } from '../scope.ts'

const tags = ['content-items']
const params = z.object({ id })

/** What the newsroom plans. */
export const contentItemRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { planning } = services.store

  app.get(
    '/v1/content-items',
    {
      config: { access: 'planning.read', screen: { query: ['limit', 'cursor'], pare: itemsForScreen } },
      schema: { tags, summary: 'Contentitems', querystring: listQuery, response: { 200: collection(contentItem) } },
    },
    async (request) => {
      const { readId } = await tenantOf(services, request, request.query)
      return pageOfAll(services, readId, (await planning.list(readId)).items, request.query)
    },
  )

  app.post(
    '/v1/content-items',
    {
      config: { access: 'planning.work' },
      schema: { tags, summary: 'Maak een contentitem', querystring: scopeQuery, body: newContentItem, response: { 201: contentItem } },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      await expectPerson(services, request, municipality.id, 'owner', request.body.owner)
      await expectIssue(services, municipality.id, 'issueId', request.body.issueId)
      const item = await planning.add(municipality.id, { ...request.body, by: actorOf(request), now: services.now() })
      return reply.code(201).header('location', `/v1/content-items/${item.id}`).send(item)
    },
  )

  app.get(
    '/v1/content-items/:id',
    {
      config: { access: 'planning.read' },
      schema: { tags, summary: 'Eén contentitem', params, querystring: readQuery, response: { 200: contentItem } },
    },
    async (request) => {
      const { readId } = await tenantOf(services, request, request.query)
      const found = await planning.byId(readId, request.params.id)
      if (!found) throw notFound('such content item')
      return found
    },
  )

  app.patch(
    '/v1/content-items/:id',
    {
      config: { access: 'planning.work' },
      schema: {
        tags,
        summary: 'Wijzig een contentitem',
        description:
          '`version` is de versie die u zag. Is er intussen een nieuwere, dan is het antwoord 409 met het huidige item in `current`.',
        params,
        querystring: scopeQuery,
        body: contentItemPatch,
        response: { 200: contentItem },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      await expectPerson(services, request, municipality.id, 'owner', request.body.owner)
      await expectIssue(services, municipality.id, 'issueId', request.body.issueId)
      if (request.body.status === 'published' && (await services.store.crises.isHeld(municipality.id, request.params.id)))
        throw new ProblemError(409, 'This item waits because of a crisis. Release it first.')
      const changed = await planning.change(municipality.id, request.params.id, {
        ...request.body,
        by: actorOf(request),
        now: services.now(),
      })
      if (!changed) throw notFound('such content item')
      return changed
    },
  )

  app.delete(
    '/v1/content-items/:id',
    {
      config: { access: 'planning.work' },
      schema: { tags, summary: 'Verwijder een contentitem', params, querystring: scopeQuery, response: { 204: z.undefined() } },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      if (!(await planning.remove(municipality.id, request.params.id, services.now()))) throw notFound('such content item')
      return reply.code(204).send()
    },
  )
}
