import type { HouseStyle } from '@rumoer/contracts'
import { integer, json, pgTable } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** How a municipality looks; without a row it looks like the product. */
export const houseStyles = pgTable('house_styles', {
  municipalityId: integer('municipality_id').primaryKey(),
  style: json('style').$type<HouseStyle>().notNull(),
  changedAt: instant('changed_at').notNull(),
})
