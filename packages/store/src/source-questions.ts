import type { NewSource, Source, SourcePurpose } from '@rumoer/contracts'
import type { Settings } from './connection-questions.ts'

export type CategoryMap = Readonly<Record<string, { main: string; sub: string }>>
export type SourceRow = {
  id: string
  municipalityId: number
  name: string
  kind: string
  channel: string
  retentionDays: number
  categoryMap: CategoryMap
  purpose: SourcePurpose | null
  pausedAt: Date | null
}
export type SourceQuestions = {
  /** Throws a `ConflictError` when the name is taken. A source with a connection fetches for itself. */
  add(
    municipalityId: number,
    input: Pick<NewSource, 'name' | 'kind' | 'channel' | 'purpose'> & {
      id?: string
      connection?: { settings: Settings; sealedSecrets: Buffer | null }
      paused?: boolean
      now: Date
    },
  ): Promise<SourceRow>
  byName(municipalityId: number, name: string): Promise<SourceRow | null>
  byId(municipalityId: number, id: string): Promise<SourceRow | null>
  /** Sources of one kind, oldest first. */
  ofKind(municipalityId: number, kind: NewSource['kind']): Promise<SourceRow[]>
  list(municipalityId: number, now: Date): Promise<Source[]>
  setCategoryMap(sourceId: string, map: CategoryMap): Promise<void>
  /** Stops taking in, or starts again (null); false when there is no such source. */
  pause(municipalityId: number, id: string, at: Date | null): Promise<boolean>
  setPurpose(municipalityId: number, id: string, purpose: SourcePurpose): Promise<boolean>
  noteSuccess(sourceId: string, at: Date): Promise<void>
  noteError(sourceId: string, at: Date, error: string): Promise<void>
}
