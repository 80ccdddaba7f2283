import type { MessageKind } from '@rumoer/contracts'
import type { Random } from './random.ts'

/** The inlets of the fictional municipality. A source may carry several channels; `channel` is its main one. */
export const SIMULATED_SOURCES = [
  { name: 'Meldingen openbare ruimte', kind: 'demo', channel: 'form' },
  { name: 'Facebook buurtgroepen', kind: 'demo', channel: 'facebook' },
  { name: 'X', kind: 'demo', channel: 'x' },
  { name: 'Instagram', kind: 'demo', channel: 'instagram' },
  { name: 'KCC telefoon', kind: 'demo', channel: 'telephone' },
  { name: 'KCC balie', kind: 'demo', channel: 'desk' },
  { name: 'E-mail', kind: 'demo', channel: 'email' },
  { name: 'Lindehavens Nieuws', kind: 'demo', channel: 'news-site' },
] as const

export type Inlet = {
  readonly source: (typeof SIMULATED_SOURCES)[number]['name']
  readonly channel: string
  readonly prefix: string
  readonly social: boolean
}

const APP: Inlet = { source: 'Meldingen openbare ruimte', channel: 'app', prefix: 'LH', social: false }
const FORM: Inlet = { source: 'Meldingen openbare ruimte', channel: 'form', prefix: 'LH', social: false }
const FACEBOOK: Inlet = { source: 'Facebook buurtgroepen', channel: 'facebook', prefix: 'fb', social: true }
const X: Inlet = { source: 'X', channel: 'x', prefix: 'x', social: true }
const INSTAGRAM: Inlet = { source: 'Instagram', channel: 'instagram', prefix: 'ig', social: true }
const TELEPHONE: Inlet = { source: 'KCC telefoon', channel: 'telephone', prefix: 'KCC-T', social: false }
const DESK: Inlet = { source: 'KCC balie', channel: 'desk', prefix: 'KCC-B', social: false }
const MAIL: Inlet = { source: 'E-mail', channel: 'email', prefix: 'mail', social: false }
const NEWS: Inlet = { source: 'Lindehavens Nieuws', channel: 'news-site', prefix: 'nieuws', social: false }

/** Inlet by which a message of this kind arrives. The desk is open from 9 to 17. */
export function drawInlet(kind: MessageKind, hour: number, random: Random): Inlet {
  const roll = random.next()
  switch (kind) {
    case 'melding':
      return roll < 0.55 ? APP : FORM
    case 'contact':
      return roll < 0.82 || hour < 9 || hour >= 17 ? TELEPHONE : DESK
    case 'mail':
      return MAIL
    case 'article':
      return NEWS
    default:
      return roll < (kind === 'post' ? 0.58 : 0.7) ? FACEBOOK : roll < 0.84 ? X : INSTAGRAM
  }
}
