import {
  channel,
  id,
  instant,
  type SourceFields,
  sourceFields,
  sourceKind,
  sourceKindInfo,
  sourcePurpose,
  sourceSample,
} from '@rumoer/contracts'
import type { SourceRow } from '@rumoer/store'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { audit } from '../../access/audit.ts'
import { newSecret } from '../../access/new-secret.ts'
import { badField, notFound, ProblemError } from '../../errors.ts'
import { kindInfos } from '../../intake/connectors/kind-info.ts'
import { splitSettings } from '../../intake/connectors/settings-fields.ts'
import { trySource } from '../../intake/connectors/try-source.ts'
import { OutboundError } from '../../outbound/outbound-error.ts'
import type { Services } from '../../services.ts'
import { tenantOf } from '../../tenant.ts'
import { scopeQuery } from '../scope.ts'
import { connectionOf, expectConnector } from './connection-of.ts'
import { expectPurpose } from './expect-purpose.ts'

const tags = ['sources']
const params = z.object({ id })
const noContent = { 204: z.undefined() }
const tried = z.strictObject({
  kind: sourceKind,
  channel,
  settings: sourceFields,
  /** Secrets that are left out are taken from this source. */
  source: id.optional(),
})
const sourcePatch = z.strictObject({ paused: z.boolean().optional(), purpose: sourcePurpose.optional(), settings: sourceFields.optional() })
const connection = z.object({
  settings: sourceFields,
  /** Names of the secrets that are stored; what they are is never told. */
  secrets: z.array(z.string()),
  purpose: sourcePurpose.nullable(),
})

/** Setting up, trying, pausing and back-filling sources. */
export const sourceWorkRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { store, vault } = services
  async function sourceOf(municipalityId: number, sourceId: string): Promise<SourceRow> {
    const found = await store.sources.byId(municipalityId, sourceId)
    if (!found) throw notFound('such source')
    return found
  }

  app.get(
    '/v1/source-kinds',
    {
      config: { access: 'admin' },
      schema: { tags, summary: 'Soorten bronnen en wat ze vragen', response: { 200: z.object({ items: z.array(sourceKindInfo) }) } },
    },
    async () => ({ items: kindInfos() }),
  )

  app.post(
    '/v1/sources/_try',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Haal vijf berichten op proef op',
        description: 'Toont ze zoals ze bewaard zouden worden: zonder persoonsgegevens. Er wordt niets bewaard.',
        querystring: scopeQuery,
        body: tried,
        response: { 200: sourceSample },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const { kind, channel, settings: given, source } = request.body
      const connector = expectConnector(kind)
      const known = source === undefined ? null : await sourceOf(municipality.id, source)
      const stored = known ? (await connectionOf(services, known)).secrets : {}
      const { settings, secrets } = splitSettings(connector, given, stored)
      const row: SourceRow = known ?? {
        id: '00000000-0000-0000-0000-000000000000',
        municipalityId: municipality.id,
        name: '',
        kind,
        channel,
        retentionDays: 1,
        categoryMap: {},
        purpose: null,
        pausedAt: null,
      }
      try {
        return await trySource(services, connector, { ...row, channel }, { ...settings, ...secrets }, request.signal)
      } catch (error) {
        if (error instanceof OutboundError) throw new ProblemError(502, error.words)
        throw error
      }
    },
  )

  app.get(
    '/v1/sources/:id/connection',
    {
      config: { access: 'admin' },
      schema: { tags, summary: 'Hoe een bron is ingesteld', params, querystring: scopeQuery, response: { 200: connection } },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const found = await sourceOf(municipality.id, request.params.id)
      const { settings, secrets } = await connectionOf(services, found)
      return { settings, secrets: Object.keys(secrets), purpose: found.purpose }
    },
  )

  app.patch(
    '/v1/sources/:id',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Zet een bron op pauze of weer aan, of verander doel of instellingen',
        description: 'Een sleutel die niet is ingevuld blijft zoals hij was. Andere instellingen beginnen vooraan.',
        params,
        querystring: scopeQuery,
        body: sourcePatch,
        response: noContent,
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const found = await sourceOf(municipality.id, request.params.id)
      const { paused, purpose, settings } = request.body
      const isOn = paused === undefined ? found.pausedAt === null : !paused
      if (purpose || paused === false) if (isOn || purpose) expectPurpose(found, purpose ?? found.purpose, services.now())
      if (settings) await changeSettings(found, settings)
      if (purpose) await store.sources.setPurpose(municipality.id, found.id, purpose)
      if (paused !== undefined) await store.sources.pause(municipality.id, found.id, paused ? services.now() : null)
      const what = [settings && 'settings', purpose && 'purpose', paused === undefined ? '' : paused ? 'paused' : 'resumed']
      await audit(services, request, municipality.id, 'source.change', found.id, what.filter(Boolean).join(', '))
      services.connectors.wake()
      return reply.code(204).send()
    },
  )

  async function changeSettings(found: SourceRow, given: SourceFields): Promise<void> {
    const connector = expectConnector(found.kind)
    const before = await connectionOf(services, found)
    const { settings, secrets } = splitSettings(connector, given, before.secrets)
    const isOther = JSON.stringify(settings) !== JSON.stringify(before.settings)
    const sealedSecrets = vault.sealSecrets(found.id, secrets)
    await store.connections.change(found.municipalityId, found.id, { ...(isOther ? { settings } : {}), sealedSecrets }, services.now())
  }

  app.post(
    '/v1/sources/:id/_backfill',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Haal eerdere berichten op',
        description: 'Loopt naast wat er nieuw binnenkomt; hoe ver het is staat bij de bron.',
        params,
        querystring: scopeQuery,
        body: z.strictObject({ from: instant, to: instant.optional() }),
        response: noContent,
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const found = await sourceOf(municipality.id, request.params.id)
      if (!expectConnector(found.kind).canBackfill) throw new ProblemError(409, 'This kind of source cannot give what is earlier.')
      const now = services.now()
      const from = new Date(request.body.from)
      const to = new Date(Math.min(now.getTime(), Date.parse(request.body.to ?? now.toISOString())))
      if (from >= to) throw badField('from', request.body.from, 'expected a moment before to')
      const job = {
        from: from.toISOString(),
        to: to.toISOString(),
        status: 'running' as const,
        share: 0,
        messages: 0,
        error: null,
        cursor: null,
      }
      await store.connections.change(municipality.id, found.id, { backfill: job }, now)
      await audit(services, request, municipality.id, 'source.backfill', found.id)
      services.connectors.wake()
      return reply.code(204).send()
    },
  )

  app.post(
    '/v1/sources/:id/_rotate',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Geef een bron een nieuwe sleutel',
        description: 'De oude werkt meteen niet meer. De nieuwe staat alleen in dit antwoord.',
        params,
        querystring: scopeQuery,
        response: { 200: z.object({ key: z.string() }) },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const found = await sourceOf(municipality.id, request.params.id)
      if (found.kind !== 'http') throw new ProblemError(409, `A source of kind ${found.kind} has no key of ours; change its settings.`)
      const now = services.now()
      const old = (await store.access.keys(municipality.id)).filter((key) => key.source === found.name && key.revokedAt === null)
      for (const key of old) await store.access.revokeKey(municipality.id, key.id, now)
      const { secret, hash } = newSecret('rumoer_')
      await store.access.addKey({
        municipalityId: municipality.id,
        name: found.name,
        role: null,
        sourceId: found.id,
        secretHash: hash,
        now,
      })
      await audit(services, request, municipality.id, 'source.rotate', found.id)
      return { key: secret }
    },
  )
}
