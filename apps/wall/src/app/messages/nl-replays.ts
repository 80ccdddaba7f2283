/** What a replay flagged, in Dutch. */
export const nlReplays = {
  'flagged.open': 'Wat viel op, en wanneer',
  'flagged.title':
    '{count, plural, =0 {Niets viel op in deze herhaling} one {Eén attendering in deze herhaling} other {# attenderingen in deze herhaling}}',
  'flagged.lead': '{label}. De tijden zijn die van de herhaling, niet van nu.',
  'flagged.none': 'Nog geen attendering',
  'flagged.none.body': 'Geen enkele regel ging tot nu toe af. Loopt de herhaling nog, kom dan straks terug.',
  'flagged.noReplay': 'U kijkt niet naar een herhaling',
  'flagged.noReplay.body': 'Kies een herhaling op Live.',
} as const
