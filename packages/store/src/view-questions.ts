import type { NewSavedView, SavedView, SavedViewPatch } from '@rumoer/contracts'

/** `ownerId` is the person who asks: they see their own views and the shared ones of colleagues, and change only their own. */
export type ViewQuestions = {
  /** Own ones first, then by name. */
  list(municipalityId: number, ownerId: string): Promise<SavedView[]>
  /** Throws a `ConflictError` for a person who keeps as many as anybody may. */
  add(municipalityId: number, ownerId: string, view: NewSavedView & { now: Date }): Promise<SavedView>
  /** Null when there is no such view of this person. */
  change(municipalityId: number, ownerId: string, id: string, patch: SavedViewPatch): Promise<SavedView | null>
  remove(municipalityId: number, ownerId: string, id: string): Promise<boolean>
}
