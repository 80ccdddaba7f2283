import type { Connector } from './connector.ts'
import { feed } from './feed/feed.ts'

/** Every kind of source that fetches for itself. */
export const CONNECTORS: readonly Connector[] = [feed]

export const connectorOf = (kind: string): Connector | undefined => CONNECTORS.find((one) => one.kind === kind)
