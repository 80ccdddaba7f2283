import type { SourceKindInfo, Words } from '@rumoer/contracts'
import type { CategoryMap } from '@rumoer/store'
import type { z } from 'zod'
import type { Outbound } from '../../outbound/outbound.ts'
import { formatError } from '../../outbound/outbound-error.ts'
import type { ReportContext } from './report.ts'

/** What a connector brings at once. Messages are taken in before deletes are carried out, and the cursor is remembered after both. */
export type Page<Cursor = unknown> = {
  /** In the form of `POST /v1/messages`; one that is not as it should be is refused alone. */
  messages: readonly unknown[]
  /** External ids of messages that the source took back. */
  deletes?: readonly string[]
  /** Authors, as messages name them, whose account was closed. */
  erasedAuthors?: readonly string[]
  /** Where to go on. What comes after it may come twice: known messages are duplicates. */
  cursor: Cursor
  /** Of a back-fill: what is done, from 0 to 1. */
  share?: number
}

export type Context<Settings = unknown, Cursor = unknown> = {
  /** Secrets included. */
  settings: Settings
  /** Null at the first time, after other settings, and when what was remembered is not a cursor of this connector. */
  cursor: Cursor | null
  /** Of a back-fill: only what was made in this time; the cursor is the back-fill's own. */
  range: { from: Date; to: Date } | null
  channel: string
  outbound: Outbound
  now: () => Date
  signal: AbortSignal
}

type Shape<Settings extends z.ZodObject, Cursor extends z.ZodType> = {
  kind: SourceKindInfo['kind']
  name: Words
  about: Words
  /** What is kept of a message, told where a source is added. */
  keeps: Words
  channel: string
  /** Residents speak here as private persons: no source without a purpose. */
  isPersonal: boolean
  /** Fields made with `field`. */
  settings: Settings
  cursor: Cursor
  /** How long after a good fetch the next comes. */
  everyMs(settings: z.output<Settings>): number
  canBackfill: boolean
  /** The same message may come by several sources of this kind, and is one: see `Accept.acceptBatch`. */
  onceInKind?: boolean
  /** What this source's own categories are called in the default taxonomy, where they differ. */
  categoryMap?: CategoryMap
  /** Fetches page by page until there is nothing new. */
  pull?(context: Context<z.output<Settings>, z.output<Cursor>>): AsyncIterable<Page<z.input<Cursor>>>
  /** Listens until it is told to stop. Yields a page without messages when it is connected, and at least every minute. */
  listen?(context: Context<z.output<Settings>, z.output<Cursor>>): AsyncIterable<Page<z.input<Cursor>>>
  /** Makes a report over there; answers the id by which it comes back when the source is fetched. */
  report?(context: ReportContext<z.output<Settings>>): Promise<string>
}

/** One kind of inlet. `pull` and `listen` check what they are given against its own schemas. */
export type Connector = Omit<Shape<z.ZodObject, z.ZodType>, 'everyMs' | 'pull' | 'listen' | 'report'> & {
  everyMs(settings: unknown): number
  pull?(context: Context): AsyncIterable<Page>
  listen?(context: Context): AsyncIterable<Page>
  report?(context: ReportContext): Promise<string>
}

export function defineConnector<Settings extends z.ZodObject, Cursor extends z.ZodType>(shape: Shape<Settings, Cursor>): Connector {
  const { everyMs, pull, listen, report, ...rest } = shape
  const settingsOf = (given: unknown): z.output<Settings> => {
    const checked = shape.settings.safeParse(given)
    if (!checked.success) throw formatError('De instellingen van deze bron kloppen niet meer. Vul ze opnieuw in.')
    return checked.data
  }
  const checkedContext = (context: Context) => {
    const cursor = shape.cursor.safeParse(context.cursor)
    return { ...context, settings: settingsOf(context.settings), cursor: cursor.success ? cursor.data : null }
  }
  return {
    ...rest,
    everyMs: (settings) => everyMs(settingsOf(settings)),
    ...(pull ? { pull: (context: Context) => pull(checkedContext(context)) } : {}),
    ...(listen ? { listen: (context: Context) => listen(checkedContext(context)) } : {}),
    ...(report ? { report: (context: ReportContext) => report({ ...context, settings: settingsOf(context.settings) }) } : {}),
  }
}
