import { maskPersonalData } from '@rumoer/analysis/normalise'
import type { WalkLog } from '@rumoer/walk'
import { destination, type Logger, pino } from 'pino'

const MAX_REASON = 300

/** What the framework's own lines may show: never an address with its query, a header or a body. */
const SERIALIZERS = {
  req: ({ method, routeOptions }: { method?: string; routeOptions?: { url?: string } }) => ({ method, route: routeOptions?.url }),
  res: ({ statusCode }: { statusCode?: number }) => ({ statusCode }),
  err: errorFields,
}

/** JSON lines on stderr, so that stdout keeps the few lines that people and scripts read. */
export function createLogger(level: string): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: SERIALIZERS },
    destination({ dest: 2, sync: true }),
  )
}

/** Stable event names with fields. */
export type EventLog = WalkLog

export function createEventLog(logger: Logger): EventLog {
  return {
    info: (event, fields) => logger.info({ ...fields, event }),
    warn: (event, fields) => logger.warn({ ...fields, event }),
    error: (event, fields) => logger.error({ ...fields, event }),
  }
}

/** What a log may tell of an error: its kind, its masked reason without a query's parameters, and where it came from. */
export function errorFields(error: unknown): { kind: string; reason: string; at: string } {
  if (!(error instanceof Error)) return { kind: typeof error, reason: '', at: '' }
  const root = error.cause instanceof Error ? error.cause : error
  const code = 'code' in root && typeof root.code === 'string' ? ` ${root.code}` : ''
  const reason = (root.message.split('\nparams:')[0] ?? '').slice(0, MAX_REASON)
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    kind: `${root.name}${code}`,
    reason: maskPersonalData(reason).text,
    at: frames
      .slice(0, 6)
      .map((line) => line.trim())
      .join(' | '),
  }
}
