/** How Dutch contact centres write a channel, KISS's default list and Signalen's sources among them. Compared without capitals, spaces and hyphens. */
const CHANNELS: Readonly<Record<string, string>> = {
  telefoon: 'telephone',
  telefonisch: 'telephone',
  gebeld: 'telephone',
  balie: 'desk',
  loket: 'desk',
  website: 'website',
  contactformulier: 'form',
  webformulier: 'form',
  formulier: 'form',
  online: 'form',
  email: 'email',
  mail: 'email',
  brief: 'letter',
  post: 'letter',
  chat: 'chat',
  livechat: 'chat',
  whatsapp: 'whatsapp',
  sms: 'sms',
  app: 'app',
  facebook: 'facebook',
  instagram: 'instagram',
  threads: 'threads',
  twitter: 'x',
  x: 'x',
  linkedin: 'linkedin',
  tiktok: 'tiktok',
  youtube: 'youtube',
  nextdoor: 'nextdoor',
  mastodon: 'mastodon',
  bluesky: 'bluesky',
  reddit: 'reddit',
  krant: 'newspaper',
  nieuwssite: 'news-site',
  wijkavond: 'neighbourhood-meeting',
  bewonersavond: 'neighbourhood-meeting',
  gemeenteraad: 'council',
  overig: 'other',
  anders: 'other',
}

const KINDS: Readonly<Record<string, string>> = {
  melding: 'melding',
  contact: 'contact',
  contactmoment: 'contact',
  vraag: 'contact',
  bericht: 'post',
  post: 'post',
  reactie: 'comment',
  artikel: 'article',
  nieuws: 'article',
  email: 'mail',
  mail: 'mail',
}

const bare = (word: string) => word.toLowerCase().replaceAll(/[\s–—-]+/g, '')

/** A channel as a contact centre writes it, in the contract's words; what is not known stays as it is. */
export const channelWord = (word: string): string => CHANNELS[bare(word)] ?? word

/** The kind of a message as a table writes it, in the contract's words; what is not known stays as it is. */
export const kindWord = (word: string): string => KINDS[bare(word)] ?? word
