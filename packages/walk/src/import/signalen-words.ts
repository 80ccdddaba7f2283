/** Channel of each source name that Signalen ships with. */
const CHANNELS: Readonly<Record<string, string>> = {
  online: 'form',
  'Telefoon – CCA': 'telephone',
  'Telefoon – Stadsdeel': 'telephone',
  'E-mail CCA': 'email',
  'Webcare – CCA': 'facebook',
  Telefoon: 'telephone',
  'E-mail': 'email',
  Balie: 'desk',
}

export const signalenChannel = (source: string | undefined): string => CHANNELS[source ?? ''] ?? 'other'

const CLOSED_STATES = new Set(['o', 'a', 's', 'done external', 'reopen requested'])

/** Whether a melding in this state needs no more work in Signalen: done, cancelled, split, done elsewhere, reopening asked. */
export const isClosedInSignalen = (state: string | undefined): boolean => CLOSED_STATES.has(state ?? '')
