import { resolve } from 'node:path'
import { z } from 'zod'

const REPOSITORY = resolve(import.meta.dirname, '../../..')
const SECRET_BYTES = 32

const wholeNumber = (min: number, max: number) => {
  const expected = `expected a whole number from ${min} to ${max}`
  return z
    .string()
    .regex(/^\d{1,12}$/, expected)
    .transform(Number)
    .refine((value) => value >= min && value <= max, expected)
}

const isSecret = (text: string) => Buffer.from(text, /^([0-9a-f]{2})+$/i.test(text) ? 'hex' : 'base64').length >= SECRET_BYTES

const proxyAddress = z.url({ protocol: /^(https?|socks5)$/, error: 'expected an http, https or socks5 address' }).optional()

const variables = z.object({
  PORT: wholeNumber(0, 65_535).default(8080),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'expected a host name or address')
    .default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'expected postgres://…')
    .optional(),
  DATA_DIR: z.string().default('./.rumoer'),
  DEMO: z.enum(['on', 'off'], 'expected on or off').optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'expected an http or https address' }).optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'expected fatal, error, warn, info, debug, trace or silent')
    .default('info'),
  SECRET_KEY: z.string().refine(isSecret, `expected at least ${SECRET_BYTES} bytes as base64 or hex`).optional(),
  INBOX_LIMIT: wholeNumber(1, 100_000_000).default(100_000),
  RATE_LIMIT_PER_MINUTE: wholeNumber(1, 100_000_000).default(60_000),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s]+$/, 'expected smtp://… or smtps://…')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>@]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'expected an address such as Rumoer <rumoer@gemeente.example>')
    .optional(),
  OUTBOUND_ALLOW_PRIVATE: z.enum(['on', 'off'], 'expected on or off').default('off'),
  HTTP_PROXY: proxyAddress,
  HTTPS_PROXY: proxyAddress,
  NO_PROXY: z.string().optional(),
})
/** Mail needs an address to send from. */
const environment = variables.refine(({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined, {
  path: ['MAIL_FROM'],
  error: 'expected an address to send from, because SMTP_URL is set',
})

export type Config = Readonly<{
  port: number
  host: string
  databaseUrl: string | undefined
  dataDir: string
  demo: boolean
  /** Null: the address that the server listens on. */
  publicUrl: string | null
  logLevel: string
  secretKey: string | undefined
  inboxLimit: number
  rateLimitPerMinute: number
  /** Null: no mail is sent. */
  smtpUrl: string | null
  mailFrom: string | null
  /** How sources that fetch for themselves, and webhooks, get out. */
  outbound: Readonly<{ allowPrivate: boolean; proxy: { http: string | undefined; https: string | undefined; none: string | undefined } }>
}>

/** The environment is not as it should be; the message has one line per mistake. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Reads the environment once and freezes it; throws a `ConfigError` that names all mistakes together. Empty values count as absent. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = { HTTP_PROXY: env['http_proxy'], HTTPS_PROXY: env['https_proxy'], NO_PROXY: env['no_proxy'], ...env }
  const read = environment.safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')))
  if (!read.success) throw new ConfigError(read.error.issues.map((issue) => mistake(issue, env)).join('\n'))
  const values = read.data
  return Object.freeze({
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    dataDir: resolve(REPOSITORY, values.DATA_DIR),
    demo: values.DEMO === undefined ? values.DATABASE_URL === undefined : values.DEMO === 'on',
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    logLevel: values.LOG_LEVEL,
    secretKey: values.SECRET_KEY,
    inboxLimit: values.INBOX_LIMIT,
    rateLimitPerMinute: values.RATE_LIMIT_PER_MINUTE,
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM ?? null,
    outbound: {
      allowPrivate: values.OUTBOUND_ALLOW_PRIVATE === 'on',
      proxy: { http: values.HTTP_PROXY, https: values.HTTPS_PROXY, none: values.NO_PROXY },
    },
  })
}

const SECRET_NAMES = ['SECRET_KEY', 'DATABASE_URL', 'SMTP_URL', 'HTTP_PROXY', 'HTTPS_PROXY']

function mistake(issue: z.core.$ZodIssue, env: NodeJS.ProcessEnv): string {
  const name = String(issue.path[0])
  const shown = SECRET_NAMES.includes(name) ? '(hidden)' : `"${(env[name] ?? '').slice(0, 80)}"`
  return `${name}: ${shown}, ${issue.message}`
}
