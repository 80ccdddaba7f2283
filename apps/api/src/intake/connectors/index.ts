import type { Connector } from './connector.ts'
import { feed } from './feed/feed.ts'
import { imap } from './imap/imap.ts'
import { mastodon } from './mastodon/mastodon.ts'
import { open311 } from './open311/open311.ts'
import { signalen } from './signalen/signalen.ts'
import { signalenMap } from './signalen-map/signalen-map.ts'

/** Every kind of source that fetches for itself. */
export const CONNECTORS: readonly Connector[] = [feed, signalen, signalenMap, open311, imap, mastodon]

export const connectorOf = (kind: string): Connector | undefined => CONNECTORS.find((one) => one.kind === kind)
