import type { AuditEntry, Collection, Key, Role, User } from '@rumoer/contracts'

export type Principal =
  | { kind: 'user'; userId: string; name: string; email: string; role: Role; municipalityId: number | null; sessionId: string }
  | { kind: 'key'; keyId: string; name: string; role: Role; municipalityId: number }
  | { kind: 'source'; keyId: string; sourceId: string; municipalityId: number }
  | { kind: 'screen'; screenId: string; name: string; municipalityId: number }
export type AccessQuestions = {
  /** `municipalityId` null: administrator of the installation. Throws `ConflictError` when the address is in use. */
  addUser(input: { municipalityId: number | null; email: string; name: string; role: Role; now: Date }): Promise<User>
  users(municipalityId: number | null, query?: { q?: string; limit?: number }): Promise<User[]>
  userByEmail(email: string): Promise<(User & { municipalityId: number | null }) | null>
  revokeUser(id: string, now: Date): Promise<boolean>
  /** Stores only the hash of the token. */
  addInvite(input: { userId: string; tokenHash: Buffer; expiresAt: Date; now: Date }): Promise<void>
  /** Uses the invite up; null when unknown, used or expired. */
  redeemInvite(tokenHash: Buffer, now: Date): Promise<{ userId: string } | null>
  addKey(input: {
    municipalityId: number
    name: string
    role: Role | null
    sourceId: string | null
    secretHash: Buffer
    now: Date
  }): Promise<{ id: string }>
  keys(municipalityId: number): Promise<Key[]>
  revokeKey(municipalityId: number, idOrName: string, now: Date): Promise<boolean>
  principalOfKey(secretHash: Buffer, now: Date): Promise<Principal | null>
  principalOfUser(userId: string, sessionId: string): Promise<Principal | null>
  anyAdministrator(): Promise<boolean>
  readSession(idHash: Buffer, now: Date): Promise<unknown | null>
  writeSession(idHash: Buffer, session: { userId: string | null; data: unknown; expiresAt: Date }): Promise<void>
  destroySession(idHash: Buffer): Promise<void>
  revokeSessionsOf(userId: string): Promise<void>
}

export type AuditQuestions = {
  write(entry: { municipalityId: number | null; by: string; action: string; subject: string; detail?: string; now: Date }): Promise<void>
  list(municipalityId: number, limit: number, cursor?: string): Promise<Collection<AuditEntry>>
}
