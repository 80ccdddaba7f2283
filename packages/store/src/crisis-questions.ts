import type { Crisis, HeldItem } from '@rumoer/contracts'

export type CrisisQuestions = {
  /** The one that runs; null when none does. */
  present(municipalityId: number): Promise<Crisis | null>
  /** Throws a `ConflictError` when one runs already. With `freeze` everything planned from today is held back. */
  start(municipalityId: number, input: { reason: string; freeze: boolean; by: string; now: Date }): Promise<Crisis>
  /** Holds back what is planned now, too; null when none runs. */
  freeze(municipalityId: number, now: Date): Promise<Crisis | null>
  /** Ends it, and with it the link; what was not released goes on waiting. False when none runs. */
  end(municipalityId: number, input: { by: string; now: Date }): Promise<boolean>
  /** What waits, of this crisis and of earlier ones, in order of its day. */
  held(municipalityId: number): Promise<HeldItem[]>
  isHeld(municipalityId: number, itemId: string): Promise<boolean>
  release(municipalityId: number, itemId: string, input: { by: string; now: Date }): Promise<boolean>
  /** A new link, in place of an earlier one; null when none runs. */
  share(municipalityId: number, until: Date, now: Date): Promise<{ id: string; version: number } | null>
  /** No link works any more. */
  unshare(municipalityId: number, now: Date): Promise<void>
  /** The crisis of a link that works; null for one that ended or was replaced. */
  byLink(id: string, version: number, now: Date): Promise<{ municipalityId: number; crisis: Crisis } | null>
}
