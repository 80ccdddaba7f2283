import { createTransport } from 'nodemailer'

export type Mail = { to: string; subject: string; lines: readonly string[]; messageId: string; inReplyTo: string | null }
/** Sends mail, or tells why it cannot. */
export type Mailer = { send(mail: Mail): Promise<void>; messageId(local: string): string; close(): void }

const TIMEOUT_MS = 20_000

/** Mail by SMTP; null where the configuration names no server. */
export function createMailer({ smtpUrl, mailFrom }: { smtpUrl: string | null; mailFrom: string | null }): Mailer | null {
  if (smtpUrl === null || mailFrom === null) return null
  const transport = createTransport(smtpUrl, { from: mailFrom })
  const domain = /@([^@>\s]+)>?\s*$/.exec(mailFrom)?.[1] ?? 'localhost'
  return {
    messageId: (local) => `<${local}@${domain}>`,
    async send({ to, subject, lines, messageId, inReplyTo }) {
      const thread = inReplyTo === null ? {} : { inReplyTo, references: [inReplyTo] }
      const headers = { 'Auto-Submitted': 'auto-generated' }
      const sent = transport.sendMail({ to, subject, text: `${lines.join('\n')}\n`, messageId, headers, ...thread })
      const timer = AbortSignal.timeout(TIMEOUT_MS)
      await Promise.race([
        sent,
        new Promise((_, reject) => timer.addEventListener('abort', () => reject(new Error('the mail server did not answer in time')))),
      ])
    },
    close: () => transport.close(),
  }
}
