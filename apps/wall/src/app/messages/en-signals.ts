import type { nlSignals } from './nl-signals.ts'

/** What stands out in areas and sources, in English. */
export const enSignals: Record<keyof typeof nlSignals, string> = {
  'signals.title': 'Unusual in areas',
  'signals.lead':
    '{count, plural, =0 {Nothing is unusual in areas and sources now.} one {One thing is unusual now.} other {# things are unusual now.}}',
  'signals.toPage': '{count, plural, =0 {Unusual in areas} other {Unusual in areas: #}}',
  'signals.now': 'Now',
  'signals.now.none': 'Nothing unusual',
  'signals.now.none.body': 'We look at neighbourhoods and districts every minute, and at sources every hour.',
  'signals.back': 'Keeps coming back',
  'signals.back.none': 'Nothing that keeps coming back',
  'signals.back.none.body': 'We look back a year for that.',
  'signals.kind.outbreak': 'More than usual',
  'signals.kind.cluster': 'Across borders',
  'signals.kind.silence': 'Silent',
  'signals.source': 'Source',
  'signals.times': '{count, plural, one {# time} other {# times}}',
  'signals.messages.of': 'Messages with: {sentence}',
  'signals.toSources': 'Sources',
  'signals.toSources.of': 'Sources with: {sentence}',
}
