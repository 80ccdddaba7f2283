import type { MessageKind } from '@rumoer/contracts'

const KINDS: Readonly<Record<string, MessageKind>> = {
  telephone: 'contact',
  desk: 'contact',
  chat: 'contact',
  email: 'mail',
  letter: 'mail',
  form: 'melding',
  app: 'melding',
  'news-site': 'article',
  newspaper: 'article',
  broadcast: 'article',
  facebook: 'post',
  instagram: 'post',
  threads: 'post',
  x: 'post',
  linkedin: 'post',
  tiktok: 'post',
  nextdoor: 'post',
  mastodon: 'post',
  bluesky: 'post',
  reddit: 'post',
}

/**
 * What usually comes over a channel, for a message that does not say what it is; undefined where a channel carries everything.
 * @example kindOfChannel('form') // 'melding'
 */
export const kindOfChannel = (channel: string | undefined): MessageKind | undefined => (channel === undefined ? undefined : KINDS[channel])
