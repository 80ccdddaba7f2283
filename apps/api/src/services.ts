import { hkdfSync } from 'node:crypto'
import type { Store } from '@rumoer/store'
import {
  type Accept,
  createAccept,
  createDraftReader,
  createEraser,
  createVault,
  createWalker,
  type DraftReader,
  type Eraser,
  type Vault,
  type Walker,
} from '@rumoer/walk'
import type { Logger } from 'pino'
import { createSignedLinks, type SignedLinks } from './access/signed-links.ts'
import type { Config } from './config.ts'
import { createSender, type Sender } from './deliver/create-sender.ts'
import { createMailer, type Mailer } from './deliver/mailer.ts'
import { webhookSecret } from './deliver/sign.ts'
import { CONNECTORS } from './intake/connectors/index.ts'
import { type ConnectorRunner, createConnectorRunner } from './intake/connectors/runner.ts'
import { createImportRunner, type ImportRunner } from './intake/imports/import-runner.ts'
import { createSourceHealth, type SourceHealth } from './intake/source-health.ts'
import { createEventLog, type EventLog } from './log.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { createNormals, type Normals } from './normals.ts'
import { createOutbound, type Outbound } from './outbound/outbound.ts'
import { createStreams, type Streams } from './stream/streams.ts'
import { VERSION } from './version.ts'

/** Everything impure that routes use, made once. */
export type Services = {
  readonly config: Config
  readonly store: Store
  readonly accept: Accept
  readonly eraser: Eraser
  readonly vault: Vault
  readonly sourceHealth: SourceHealth
  readonly outbound: Outbound
  /** Fetches the sources that fetch for themselves. */
  readonly connectors: ConnectorRunner
  /** Takes in the files that were started. */
  readonly imports: ImportRunner
  readonly readDraft: DraftReader
  readonly walker: Walker
  readonly normals: Normals
  readonly streams: Streams
  readonly sender: Sender
  /** Null where the configuration names no mail server. */
  readonly mailer: Mailer | null
  /** Links with which receivers read and answer what was handed over to them. */
  readonly links: SignedLinks
  /** Links with which partners read the briefing of a crisis. */
  readonly briefingLinks: SignedLinks
  /** Secret of a webhook, by its id. */
  readonly webhookSecret: (id: string) => string
  readonly metrics: Metrics
  readonly logger: Logger
  readonly log: EventLog
  readonly now: () => Date
  /** Signs session cookies. */
  readonly cookieSecret: string
  /** `publicUrl`: where people reach this installation, set to the listening address when the configuration names none. `isReady`: the start is over. */
  readonly running: { publicUrl: string; isReady: boolean }
}

export type ServiceOptions = { config: Config; store: Store; secret: Buffer; logger: Logger; now?: () => Date; outbound?: Outbound }

export function createServices({ config, store, secret, logger, now = () => new Date(), ...given }: ServiceOptions): Services {
  const log = createEventLog(logger)
  const walker = createWalker({ store, now, log })
  const streams = createStreams({ store, now, log })
  const running = { publicUrl: config.publicUrl ?? `http://${config.host}:${config.port}`, isReady: false }
  const accept = createAccept({
    store,
    secret,
    now,
    inboxLimit: config.inboxLimit,
    onAccepted: (municipalityId) => walker.wake(municipalityId),
  })
  /** A large file leaves half of the inbox to what comes in by itself. */
  const acceptFiles = createAccept({
    store,
    secret,
    now,
    inboxLimit: Math.ceil(config.inboxLimit / 2),
    onAccepted: (municipalityId) => walker.wake(municipalityId),
  })
  const eraser = createEraser({ store, secret, now })
  const vault = createVault(secret)
  const mailer = createMailer(config)
  const metrics = createMetrics(store, now, () => streams.open)
  const outbound =
    given.outbound ??
    createOutbound({
      ...config.outbound,
      agent: `Rumoer/${VERSION}${config.publicUrl ? ` (+${config.publicUrl})` : ''}`,
      now,
    })
  return {
    config,
    store,
    accept,
    eraser,
    vault,
    sourceHealth: createSourceHealth(store, now, log),
    outbound,
    connectors: createConnectorRunner({ connectors: CONNECTORS, store, accept, eraser, vault, outbound, metrics, now, log }),
    imports: createImportRunner({ store, accept: acceptFiles, vault, metrics, now, log }),
    readDraft: createDraftReader(store),
    walker,
    normals: createNormals(store),
    streams,
    sender: createSender({
      store,
      secret,
      mailer,
      outbound,
      publicUrl: () => running.publicUrl,
      now,
      log,
    }),
    mailer,
    links: createSignedLinks(secret, 'hand-over'),
    briefingLinks: createSignedLinks(secret, 'briefing'),
    webhookSecret: (id) => webhookSecret(secret, id),
    metrics,
    logger,
    log,
    now,
    cookieSecret: Buffer.from(hkdfSync('sha256', secret, '', 'rumoer session cookie', 32)).toString('base64'),
    running,
  }
}
