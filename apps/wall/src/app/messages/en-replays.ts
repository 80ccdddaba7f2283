/** What a replay flagged, in English. */
export const enReplays = {
  'flagged.open': 'What stood out, and when',
  'flagged.title': '{count, plural, =0 {Nothing stood out in this replay} one {One alert in this replay} other {# alerts in this replay}}',
  'flagged.lead': '{label}. Times are those of the replay, not of now.',
  'flagged.none': 'No alert yet',
  'flagged.none.body': 'No rule rang so far. If the replay still runs, come back later.',
  'flagged.noReplay': 'You are not watching a replay',
  'flagged.noReplay.body': 'Choose a replay on Live.',
} as const
