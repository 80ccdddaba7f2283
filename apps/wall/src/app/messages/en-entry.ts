import type { nlEntry } from './nl-entry.ts'

/** Writing down a contact in English. */
export const enEntry: Record<keyof typeof nlEntry, string> = {
  'entry.title': 'Write down a contact',
  'entry.lead': 'What does somebody tell at the telephone or the desk? We take out names and numbers.',
  'entry.link': 'Write down a contact',
  'entry.denied': 'You cannot write anything down here',
  'entry.denied.body': 'That takes the role adviser, editor or administrator.',
  'entry.channel': 'How does it come in?',
  'entry.text': 'What is the matter?',
  'entry.text.hint': 'In the resident’s words. What you type stays in this browser until it has been written down.',
  'entry.address': 'Where? (may stay empty)',
  'entry.address.hint': 'Street, neighbourhood or spot.',
  'entry.melding': 'This is a report about public space',
  'entry.send': 'Write down',
  'entry.send.key': 'or Ctrl + Enter',
  'entry.kept': 'Written down. You can go on with the next contact.',
  'entry.waiting':
    '{count, plural, one {One contact waits} other {# contacts wait}} for a connection. We send it by ourselves; you can simply go on.',
  'entry.refused': 'This could not be written down as it stands.',
  'entry.unfinished': 'Not written down yet',
  'entry.resume': 'Go on with this',
  'entry.discard': 'Throw away',
  'entry.sent': 'Just written down',
  'entry.nearby': 'Does this play already?',
  'entry.nearby.in': 'Does this play already in {place}?',
  'entry.nearby.start': 'While you type we look for open issues and reports that are like it.',
  'entry.nearby.none': 'We find no open issue or report that is like this.',
  'entry.nearby.issues': 'Open issues',
  'entry.nearby.meldingen': 'Open reports',
  'entry.nearby.messages': '{count, plural, one {# message} other {# messages}}',
}
