import {
  collection,
  id,
  issue,
  issueMerge,
  issueNote,
  issuePatch,
  issueQuery,
  issueSplit,
  issueUndo,
  messageOut,
  messageQuery,
  timeline,
  timelineEntry,
} from '@rumoer/contracts'
import type { IssueChange } from '@rumoer/store'
import { createMessageIds } from '@rumoer/walk'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { notFound } from '../../errors.ts'
import { issuesForScreen } from '../../screens/for-screen.ts'
import type { Services } from '../../services.ts'
import { actorOf, tenantOf } from '../../tenant.ts'
import { expectPerson } from '../check-references.ts'
import { commandWaiting, runCommand } from '../run-command.ts'
import { readQuery, scoped, scopeQuery } from '../scope.ts'
import { expectRegrouping, mergedIssues, otherIssue, splitMessages } from './group-edit.ts'
import { withNormal } from './with-normal.ts'

const tags = ['issues']
const params = z.object({ id })

/** Issues: found, looked into, and worked on by people. */
export const issueRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { issues, messages } = services.store
  const newIssueId = createMessageIds(() => services.now().getTime())

  app.get(
    '/v1/issues',
    {
      config: { access: 'issues.read', screen: { query: ['sort', 'limit', 'cursor'], pare: issuesForScreen } },
      schema: {
        tags,
        summary: 'Zoek kwesties',
        description: 'Filtert zoals bij berichten, en op status, niveau en wie eraan werkt. `sort=heat` geeft de heetste eerst.',
        querystring: issueQuery.extend(scoped),
        response: { 200: collection(issue) },
      },
    },
    async (request) => {
      const { municipality, ...query } = request.query
      const { readId } = await tenantOf(services, request, { municipality, replay: query.replay })
      return issues.search(readId, query)
    },
  )

  app.get(
    '/v1/issues/:id',
    {
      config: { access: 'issues.read' },
      schema: { tags, summary: 'Eén kwestie', params, querystring: readQuery, response: { 200: issue } },
    },
    async (request) => {
      const { readId } = await tenantOf(services, request, request.query)
      const found = await issues.byId(readId, request.params.id)
      if (!found) throw notFound('such issue')
      return found
    },
  )

  app.get(
    '/v1/issues/:id/messages',
    {
      config: { access: 'messages.read' },
      schema: {
        tags,
        summary: 'De berichten van een kwestie',
        params,
        querystring: messageQuery.omit({ issue: true }).extend(scoped),
        response: { 200: collection(messageOut) },
      },
    },
    async (request) => {
      const { municipality, ...query } = request.query
      const { readId } = await tenantOf(services, request, { municipality, replay: query.replay })
      const found = await issues.byId(readId, request.params.id)
      if (!found) throw notFound('such issue')
      return messages.search(readId, { ...query, issue: found.id })
    },
  )

  app.get(
    '/v1/issues/:id/timeline',
    {
      config: { access: 'issues.read' },
      schema: {
        tags,
        summary: 'Het verloop van een kwestie',
        description: 'Berichten per uur met wat gewoon is voor dat uur, en wat mensen en de machine deden.',
        params,
        querystring: readQuery,
        response: { 200: timeline },
      },
    },
    async (request) => {
      const { readId, now } = await tenantOf(services, request, request.query)
      const found = await issues.byId(readId, request.params.id)
      const told = found && (await issues.timeline(readId, found.id))
      if (!found || !told) throw notFound('such issue')
      return { hours: withNormal(told.hours, found, await services.normals(readId, now)), entries: told.entries }
    },
  )

  app.patch(
    '/v1/issues/:id',
    {
      config: { access: 'issues.work' },
      schema: {
        tags,
        summary: 'Wijzig status, wie eraan werkt, dempen of titel',
        params,
        querystring: scopeQuery,
        body: issuePatch,
        response: { 200: issue },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const { muted, ...patch } = request.body
      await expectPerson(services, request, municipality.id, 'assignee', patch.assignee)
      const until = muted && (muted.until === 'escalates' ? muted.until : new Date(muted.until))
      const mute: Pick<IssueChange, 'muted'> = muted === undefined ? {} : { muted: muted && until ? { until, reason: muted.reason } : null }
      const changed = await issues.change(municipality.id, request.params.id, {
        ...patch,
        ...mute,
        by: actorOf(request),
        now: services.now(),
      })
      if (!changed) throw notFound('such issue')
      return changed
    },
  )

  app.post(
    '/v1/issues/:id/_merge',
    {
      config: { access: 'issues.work' },
      schema: {
        tags,
        summary: 'Voeg andere kwesties bij deze',
        description: 'Geef nummers, of links naar kwesties zoals u ze uit de adresbalk plakt.',
        params,
        querystring: scopeQuery,
        body: issueMerge,
        response: { 200: issue, 202: commandWaiting },
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const into = request.params.id
      const others = await mergedIssues(services, municipality.id, into, request.body.issues)
      const waiting = await runCommand(services, municipality.id, { type: 'merge', into, issues: others, by: actorOf(request) })
      if (waiting) return reply.code(202).send(waiting)
      const merged = await issues.byId(municipality.id, into)
      if (!merged) throw notFound('such issue')
      return merged
    },
  )

  app.post(
    '/v1/issues/:id/_split',
    {
      config: { access: 'issues.work' },
      schema: {
        tags,
        summary: 'Maak van deze berichten een eigen kwestie, of verplaats ze naar een andere',
        description: 'Met `into` (een nummer, of een geplakte link) gaan ze naar die kwestie; zonder wordt het een nieuwe.',
        params,
        querystring: scopeQuery,
        body: issueSplit,
        response: { 200: issue, 201: issue, 202: commandWaiting },
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const from = request.params.id
      const moved = await splitMessages(services, municipality.id, from, request.body.messages)
      const into = request.body.into === undefined ? null : await otherIssue(services, municipality.id, from, request.body.into)
      const to = into ?? newIssueId()
      const edit = { issue: from, messages: moved, by: actorOf(request) }
      const waiting = await runCommand(
        services,
        municipality.id,
        into === null ? { type: 'split', newIssue: to, ...edit } : { type: 'move', into, ...edit },
      )
      if (waiting) return reply.code(202).send(waiting)
      const stands = await issues.byId(municipality.id, to)
      if (!stands) throw notFound('such issue')
      return into === null ? reply.code(201).header('location', `/v1/issues/${stands.id}`).send(stands) : reply.code(200).send(stands)
    },
  )

  app.post(
    '/v1/issues/:id/_undo',
    {
      config: { access: 'issues.work' },
      schema: {
        tags,
        summary: 'Maak samenvoegen of splitsen ongedaan',
        description:
          'Geef het nummer dat bij een stap op het verloop staat (`undo`). Wat de machine samenvoegde en een mens ongedaan maakt, voegt de machine niet opnieuw samen.',
        params,
        querystring: scopeQuery,
        body: issueUndo,
        response: { 200: issue, 202: commandWaiting },
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const { regrouping } = request.body
      await expectRegrouping(services, municipality.id, request.params.id, regrouping)
      const waiting = await runCommand(services, municipality.id, { type: 'undo', regrouping, by: actorOf(request) })
      if (waiting) return reply.code(202).send(waiting)
      const stands = await issues.byId(municipality.id, request.params.id)
      if (!stands) throw notFound('such issue')
      return stands
    },
  )

  app.post(
    '/v1/issues/:id/_notes',
    {
      config: { access: 'issues.work' },
      schema: {
        tags,
        summary: 'Zet een notitie op het verloop',
        params,
        querystring: scopeQuery,
        body: issueNote,
        response: { 201: timelineEntry },
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const now = services.now()
      const { text, at } = request.body
      const note = { text, at: at === undefined ? now : new Date(at), by: actorOf(request), now }
      const entry = await issues.note(municipality.id, request.params.id, note)
      if (!entry) throw notFound('such issue')
      return reply.code(201).send(entry)
    },
  )
}
