import { expect, test } from 'vitest'
import { cutMail } from './cut-mail.ts'

const OWN = 'De lantaarnpaal bij nummer 12 is nog steeds stuk.'

test.each([
  [
    'Gmail in Dutch',
    `${OWN}\n\nOp di 24 nov 2026 om 14:10 schreef Gemeente Lindehaven <info@lindehaven.example>:\n\n> Uw melding is klaar.\n>`,
  ],
  [
    'Gmail over two lines',
    `${OWN}\n\nOp di 24 nov 2026 om 14:10 schreef Klantcontact van de Gemeente Lindehaven <\ninfo@lindehaven.example>:\n\n> Klaar.`,
  ],
  [
    'Apple Mail in Dutch',
    `${OWN}\n\n> Op 24 nov 2026, om 14:10 heeft Gemeente <info@lindehaven.example> het volgende geschreven:\n> \n> Klaar.`,
  ],
  [
    'Apple Mail without marks',
    `${OWN}\n\nOp 24 nov 2026, om 14:10 heeft Gemeente <info@lindehaven.example> het volgende geschreven:\n\nKlaar.`,
  ],
  [
    'Outlook in Dutch',
    `${OWN}\n\nVan: Gemeente Lindehaven <info@lindehaven.example>\nVerzonden: dinsdag 24 november 2026 14:10\nAan: B. Bewoner\nOnderwerp: Uw melding\n\nKlaar.`,
  ],
  [
    'Outlook with a rule',
    `${OWN}\n\n________________________________\nVan: Gemeente <info@lindehaven.example>\nVerzonden: dinsdag 24 november 2026\nAan: B\n\nKlaar.`,
  ],
  ['old Outlook', `${OWN}\n\n-----Oorspronkelijk bericht-----\nVan: Gemeente\nVerzonden: gisteren\n\nKlaar.`],
  ['Outlook in English', `${OWN}\r\n\r\nFrom: Town <info@lindehaven.example>\r\nSent: Tuesday\r\nTo: B\r\n\r\nDone.`],
  ['Gmail in English', `${OWN}\n\nOn Tue, Nov 24, 2026 at 2:10 PM Town <info@lindehaven.example> wrote:\n> Done.`],
  ['a closing and a name', `${OWN}\n\nMet vriendelijke groet,\n\nB. Bewoner\nDorpsstraat 1\n06-12345678`],
  ['a short closing', `${OWN}\nGroetjes Bea`],
  ['mvg', `${OWN}\n\nMvg\nBea`],
  ['a signature by the standard', `${OWN}\n-- \nBea Bewoner\nVoorzitter`],
  ['a telephone', `${OWN}\n\nVerstuurd vanaf mijn iPhone`],
  ['Outlook for a telephone', `${OWN}\n\nOutlook voor iOS downloaden<https://aka.ms/x>`],
  ['a disclaimer', `${OWN}\n\nDe informatie in dit e-mailbericht is uitsluitend bestemd voor de geadresseerde.`],
  [
    'all of it together',
    `${OWN}\n\nHartelijke groet,\nBea\n\nVerzonden vanuit mijn Galaxy\n\n-------- Oorspronkelijk bericht --------\nVan: Gemeente\nDatum: 24-11\n\nKlaar.\n\nMet vriendelijke groet`,
  ],
])('only what was written stays: %s', (_name, body) => {
  expect(cutMail(body)).toBe(OWN)
})

test('a forwarded mail is what was forwarded, without its head', () => {
  const forwarded = `\n---------- Doorgestuurd bericht ---------\nVan: Bea <bea@example.org>\nDatum: di 24 nov 2026 om 14:10\nOnderwerp: Lamp\nAan: info\n\n${OWN}\n\nGroet, Bea`
  expect(cutMail(forwarded)).toBe(OWN)
})

test('words that look like the end of a mail, but are part of the story, stay', () => {
  const story = `Op maandag schreef ik u al over de brug.\nVan de buren hoor ik hetzelfde.\n${OWN}`
  expect(cutMail(story)).toBe(story)
  const long = `Groeten aan de wethouder heb ik al overgebracht.\n${Array.from({ length: 20 }, (_, at) => `Regel ${at}`).join('\n')}`
  expect(cutMail(long)).toBe(long)
  expect(cutMail('')).toBe('')
})

test('an answer beneath the marked lines stays, the marked lines go', () => {
  expect(cutMail(`> Is het klaar?\n${OWN}`)).toBe(OWN)
})
