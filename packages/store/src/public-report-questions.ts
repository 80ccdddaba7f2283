import type { MessageOut } from '@rumoer/contracts'

/** A melding that came in through a public facade. `id` is what its reporter was given, `number` the short one to say aloud. */
export type PublicReport = { id: string; number: number; municipalityId: number; message: MessageOut }

export type PublicReportQuestions = {
  /** Opens a stored melding to be asked for by `id`; answers its number. */
  add(municipalityId: number, report: { id: string; messageId: string; reportedAt: Date }): Promise<number>
  /** Null when unknown or when its message was erased. */
  byId(id: string): Promise<PublicReport | null>
  /** Those reported from `from` up to and with `to` that have been read, oldest first; erased ones are left out. */
  list(municipalityId: number, filter: { from: Date; to: Date; open?: boolean; limit: number }): Promise<PublicReport[]>
}
