import type { Handover, HandoverKind } from '@rumoer/contracts'
import { momentWords } from '@rumoer/store'

const KIND_WORDS: Readonly<Record<HandoverKind, string>> = {
  melding: 'een melding',
  symptom: 'een symptoom',
  engagement: 'een aanbod van inwoners',
  callback: 'een terugbelbelofte',
}

/** The mail with which a receiver hears of a hand-over: what kind, by when, and where to read it. No words and no names. */
export function handoverMail({ kind, dueAt }: Handover, town: string, link: string, until: Date): { subject: string; lines: string[] } {
  const term = momentWords(new Date(dueAt))
  return {
    subject: `[${town}] Aan u overgedragen: ${KIND_WORDS[kind]}`,
    lines: [
      `De redactie van ${town} draagt aan u over: ${KIND_WORDS[kind]}.`,
      kind === 'engagement' ? `Geef de inwoners een eerste reactie voor ${term}.` : `Graag afgehandeld voor ${term}.`,
      '',
      `Lees het en antwoord: ${link}`,
      '',
      `De link is alleen voor u, en werkt tot ${momentWords(until)}.`,
    ],
  }
}
