import { z } from 'zod'
import { id, instant } from './primitives.ts'

const viewName = z.string().trim().min(1).max(60)
/** Path and query of a page with filters: the whole filter stands in it, so that a link says the same as the saved view. */
const viewAddress = z
  .string()
  .max(2_000)
  .regex(
    /^\/(berichten|kaart)?(\?[^\s#]*)?$/,
    'expected the address of the live desk, the messages or the map, such as /berichten?channel=facebook',
  )

/** A page with its filters that a person keeps, for themselves or for every colleague. */
export const savedView = z.object({
  id,
  name: z.string(),
  address: z.string(),
  shared: z.boolean(),
  /** Whether it is of who asks. */
  mine: z.boolean(),
  /** Name of whose it is; null for who is gone. */
  owner: z.string().nullable(),
  createdAt: instant,
})
export type SavedView = z.infer<typeof savedView>

export const newSavedView = z.strictObject({ name: viewName, address: viewAddress, shared: z.boolean().default(false) })
export type NewSavedView = z.infer<typeof newSavedView>
export const savedViewPatch = z
  .strictObject({ name: viewName.optional(), address: viewAddress.optional(), shared: z.boolean().optional() })
  .refine((value) => Object.keys(value).length > 0, 'expected at least one of name, address, shared')
export type SavedViewPatch = z.infer<typeof savedViewPatch>
