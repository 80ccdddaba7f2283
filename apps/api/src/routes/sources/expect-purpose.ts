import { PERSONAL_CHANNELS, type SourcePurpose } from '@rumoer/contracts'
import { amsterdamDay } from '@rumoer/walk'
import { badField } from '../../errors.ts'
import { connectorOf } from '../../intake/connectors/index.ts'

/**
 * Before a source on which residents speak as private persons is switched on, it says why, on which ground, whose, until when and how long it
 * keeps. A purpose that has ended switches nothing on.
 */
export function expectPurpose(
  { kind, channel }: { kind: string; channel: string },
  purpose: SourcePurpose | null | undefined,
  now: Date,
): void {
  const isPersonal = connectorOf(kind)?.isPersonal === true || (PERSONAL_CHANNELS as readonly string[]).includes(channel)
  if (!purpose) {
    if (!isPersonal) return
    throw badField(
      'purpose',
      undefined,
      `expected purpose, legalGround, owner, endsOn and retentionDays for a source of channel ${channel}`,
    )
  }
  if (purpose.endsOn < amsterdamDay(now)) throw badField('purpose.endsOn', purpose.endsOn, 'expected a day that is not over')
}
