const WORDS = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
})

/** `24 november om 14:03`, as people read it on a timeline. */
export const momentWords = (at: Date): string => WORDS.format(at)
