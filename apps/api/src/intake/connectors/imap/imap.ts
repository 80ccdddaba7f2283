import { z } from 'zod'
import { defineConnector } from '../connector.ts'
import { field, webAddress } from '../settings-fields.ts'
import { pullMails } from './pull-mails.ts'

export const imapSettings = z.strictObject({
  host: field(
    z
      .string()
      .trim()
      .regex(/^[\p{L}\p{N}.:-]{1,253}$/u, 'expected the name of a mail server, such as imap.gemeente.example'),
    { label: { nl: 'Mailserver (IMAP)', en: 'Mail server (IMAP)' }, input: 'text' },
  ),
  security: field(z.enum(['tls', 'starttls', 'none']).default('tls'), {
    label: { nl: 'Beveiliging', en: 'Security' },
    help: {
      nl: 'tls is gewoon (poort 993). none kan alleen binnen het eigen netwerk.',
      en: 'tls is usual (port 993). none works inside the own network only.',
    },
    input: 'choice',
    choices: ['tls', 'starttls', 'none'],
  }),
  port: field(z.coerce.number().int().min(1).max(65_535).default(993), {
    label: { nl: 'Poort', en: 'Port' },
    input: 'number',
  }),
  user: field(z.string().min(1).max(300), {
    label: { nl: 'Gebruiker of postbus', en: 'User or mailbox' },
    input: 'text',
  }),
  secret: field(z.string().min(1).max(4_000), {
    label: { nl: 'Wachtwoord, token of clientgeheim', en: 'Password, token or client secret' },
    help: {
      nl: 'Gebruik een account dat alleen deze postbus mag lezen.',
      en: 'Use an account that may read this mailbox only.',
    },
    input: 'secret',
  }),
  login: field(z.enum(['password', 'token', 'client']).default('password'), {
    label: { nl: 'Manier van aanmelden', en: 'Way of signing in' },
    help: {
      nl: 'token: een OAuth2-toegangstoken. client: zelf tokens halen met een clientgeheim, zoals Microsoft 365 vraagt.',
      en: 'token: an OAuth2 access token. client: fetches tokens with a client secret, as Microsoft 365 asks.',
    },
    input: 'choice',
    choices: ['password', 'token', 'client'],
  }),
  tokenUrl: field(webAddress.optional(), {
    label: { nl: 'Adres voor tokens', en: 'Address for tokens' },
    help: { nl: 'Alleen bij client.', en: 'For client only.' },
    input: 'url',
  }),
  clientId: field(z.string().max(300).optional(), {
    label: { nl: 'Client-id', en: 'Client id' },
    help: { nl: 'Alleen bij client.', en: 'For client only.' },
    input: 'text',
  }),
  scope: field(z.string().max(500).optional(), {
    label: { nl: 'Scope', en: 'Scope' },
    help: { nl: 'Alleen bij client, als de mailserver erom vraagt.', en: 'For client only, where the mail server asks for it.' },
    input: 'text',
  }),
  folder: field(z.string().min(1).max(300).default('INBOX'), {
    label: { nl: 'Map', en: 'Folder' },
    input: 'text',
  }),
  everyMinutes: field(z.coerce.number().int().min(1).max(1_440).default(5), {
    label: { nl: 'Kijk elke … minuten', en: 'Look every … minutes' },
    input: 'number',
  }),
})

/** Mails up to this number are in. The server gives all mails new numbers when `uidValidity` changes. */
export const imapCursor = z.object({ uidValidity: z.string(), uid: z.number().int().nonnegative() })

/** A mailbox of the municipality. It is only read: nothing is marked, moved or removed. */
export const imap = defineConnector({
  kind: 'imap',
  name: { nl: 'E-mail (IMAP)', en: 'E-mail (IMAP)' },
  about: {
    nl: 'Mails uit één map van een postbus. Er wordt alleen gelezen: niets wordt gemarkeerd, verplaatst of weggegooid.',
    en: 'Mails of one folder of a mailbox. It is only read: nothing is marked, moved or removed.',
  },
  keeps: {
    nl: 'Onderwerp en eigen woorden, zonder persoonsgegevens, eerdere mails, ondertekening en bijlagen. De afzender alleen als schuilnaam.',
    en: 'Subject and own words, without personal data, earlier mails, signature and attachments. The sender only as a pseudonym.',
  },
  channel: 'email',
  isPersonal: true,
  settings: imapSettings,
  cursor: imapCursor,
  everyMs: ({ everyMinutes }) => everyMinutes * 60_000,
  canBackfill: true,
  pull: pullMails,
})
