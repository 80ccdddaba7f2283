import { z } from 'zod'
import defaultTaxonomy from './taxonomy-default.json' with { type: 'json' }

/** Categories and departments of one municipality, in Signalen's two levels. */
export const taxonomy = z.object({
  departments: z.array(z.object({ code: z.string(), name: z.string() })),
  categories: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      subcategories: z.array(
        z.object({ slug: z.string(), name: z.string(), departments: z.array(z.string()), handlingDays: z.number().nullable() }),
      ),
    }),
  ),
})
export type Taxonomy = z.infer<typeof taxonomy>

/** Signalen's own categories, derived by `workbench/src/derive/taxonomy.ts`; a municipality may replace them. */
export const DEFAULT_TAXONOMY: Taxonomy = defaultTaxonomy

/** Main categories that never stand on the wall, on share links or in alert bodies. */
export const SENSITIVE_CATEGORIES: readonly string[] = ['ondermijning', 'wonen']
