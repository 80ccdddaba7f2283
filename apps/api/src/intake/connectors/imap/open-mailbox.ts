import { promisify } from 'node:util'
import { type AuthOptions, ImapFlow } from 'imapflow'
import { z } from 'zod'
import { isPublicAddress } from '../../../outbound/guard.ts'
import type { Outbound } from '../../../outbound/outbound.ts'
import { OutboundError, toOutboundError } from '../../../outbound/outbound-error.ts'
import { readJsonAnswer } from '../read-json-answer.ts'
import type { imapSettings } from './imap.ts'

type Settings = z.output<typeof imapSettings>
type Asked = { settings: Settings; outbound: Outbound; signal: AbortSignal }

const CONNECT_MS = 15_000
const IDLE_MS = 60_000

/** Opens the folder for reading alone; hands the connection to `use` and closes it, whatever happens. */
export async function withMailbox<Result>(
  asked: Asked,
  use: (client: ImapFlow, uidValidity: string) => AsyncGenerator<Result>,
): Promise<AsyncGenerator<Result>> {
  const client = new ImapFlow(await optionsOf(asked))
  // Told here, or the process would end: whatever is being asked at that moment fails as well.
  client.on('error', () => undefined)
  const stop = () => client.close()
  asked.signal.addEventListener('abort', stop, { once: true })
  try {
    await client.connect()
    const { uidValidity } = await client.mailboxOpen(asked.settings.folder, { readOnly: true })
    return closing(use(client, String(uidValidity)), async () => {
      asked.signal.removeEventListener('abort', stop)
      await client.logout().catch(() => client.close())
    })
  } catch (error) {
    asked.signal.removeEventListener('abort', stop)
    client.close()
    throw mailError(error)
  }
}

async function* closing<Result>(results: AsyncGenerator<Result>, close: () => Promise<void>): AsyncGenerator<Result> {
  try {
    yield* results
  } catch (error) {
    throw mailError(error)
  } finally {
    await close()
  }
}

async function optionsOf({ settings, outbound, signal }: Asked) {
  const { host, port, security } = settings
  // The name is resolved and checked here, and the socket goes to what was checked.
  outbound.guard.check(parseHost(host, port))
  const lookup = promisify(outbound.guard.lookup) as unknown as (name: string, options: object) => Promise<string | { address: string }>
  const found = await lookup(host, {}).catch((error: unknown) => {
    throw toOutboundError(error)
  })
  const address = typeof found === 'string' ? found : found.address
  if (security === 'none' && isPublicAddress(address))
    throw new OutboundError('address', 'Zonder beveiliging kan alleen binnen het eigen netwerk. Kies tls.')
  return {
    host: address,
    servername: host,
    port,
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls',
    auth: await authOf({ settings, outbound, signal }),
    logger: false as const,
    disableAutoIdle: true,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: IDLE_MS,
  }
}

function parseHost(host: string, port: number): URL {
  const url = URL.parse(`wss://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`)
  if (!url) throw new OutboundError('address', 'Dit is geen naam van een mailserver.')
  return url
}

const tokenAnswer = z.object({ access_token: z.string().min(1) })

async function authOf({ settings, outbound, signal }: Asked): Promise<AuthOptions> {
  const { user, secret, login, tokenUrl, clientId, scope } = settings
  if (login === 'password') return { user, pass: secret }
  if (login === 'token') return { user, accessToken: secret }
  if (!tokenUrl || !clientId) throw new OutboundError('address', 'Vul bij client ook het adres voor tokens en de client-id in.')
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: secret,
    ...(scope ? { scope } : {}),
  })
  const answer = await outbound.ask(tokenUrl, {
    method: 'POST',
    signal,
    body: form.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
  })
  return { user, accessToken: readJsonAnswer(tokenAnswer, answer).access_token }
}

function mailError(error: unknown): unknown {
  if (error instanceof OutboundError || !(error instanceof Error)) return error
  if ('authenticationFailed' in error && error.authenticationFailed === true)
    return new OutboundError('status', 'De mailserver weigert gebruiker of wachtwoord. Vul nieuwe in.', { cause: error })
  if ('mailboxMissing' in error && error.mailboxMissing === true)
    return new OutboundError('status', 'Deze map is er niet in de postbus. Controleer de naam.', { cause: error })
  return toOutboundError(error)
}
