/** What stands out in areas and sources, in Dutch. */
export const nlSignals = {
  'signals.title': 'Opvallend in gebieden',
  'signals.lead':
    '{count, plural, =0 {Nu valt er niets op in gebieden en bronnen.} one {Nu valt er één ding op.} other {Nu vallen er # dingen op.}}',
  'signals.toPage': '{count, plural, =0 {Opvallend in gebieden} other {Opvallend in gebieden: #}}',
  'signals.now': 'Nu',
  'signals.now.none': 'Niets opvallends',
  'signals.now.none.body': 'We kijken elke minuut naar buurten en wijken, en elk uur naar bronnen.',
  'signals.back': 'Komt steeds terug',
  'signals.back.none': 'Niets dat steeds terugkomt',
  'signals.back.none.body': 'We kijken daarvoor een jaar terug.',
  'signals.kind.outbreak': 'Meer dan gewoon',
  'signals.kind.cluster': 'Over buurtgrenzen',
  'signals.kind.silence': 'Stil',
  'signals.source': 'Bron',
  'signals.times': '{count, plural, one {# keer} other {# keer}}',
  'signals.messages.of': 'Berichten bij: {sentence}',
  'signals.toSources': 'Bronnen',
  'signals.toSources.of': 'Bronnen bij: {sentence}',
} as const
