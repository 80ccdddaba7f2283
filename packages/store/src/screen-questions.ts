import type { Screen, ScreenSettings } from '@rumoer/contracts'
import type { Principal } from './access-questions.ts'

export type ScreenQuestions = {
  /** Stores only the hash of the token. */
  add(input: { municipalityId: number; name: string; settings: ScreenSettings; secretHash: Buffer; now: Date }): Promise<Screen>
  /** All that are not revoked, oldest first. */
  list(municipalityId: number): Promise<Screen[]>
  /** Null when there is no such screen, or when it is revoked. */
  byId(municipalityId: number, id: string): Promise<Screen | null>
  change(municipalityId: number, id: string, change: { name?: string; settings?: ScreenSettings }): Promise<Screen | null>
  revoke(municipalityId: number, id: string, now: Date): Promise<boolean>
  /** Also tells when the screen was last on, by the minute. */
  principalOf(secretHash: Buffer, now: Date): Promise<Principal | null>
}
