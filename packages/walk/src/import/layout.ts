import type { CategoryMap } from '@rumoer/store'

/** One row of a table or one feature, field name → text. */
export type Row = Readonly<Record<string, string>>

/** How rows of one kind of file become candidate messages. Nothing is checked here: `accept` does that, with the row's line number. */
export type Layout = {
  name: string
  /** Whether a header (its field names) belongs to this layout. */
  fits(fields: readonly string[]): boolean
  toMessage(row: Row): Record<string, unknown>
  /** What the source's own categories are called in Signalen's taxonomy, where they differ. */
  categoryMap?: CategoryMap
  /** Column that a field of the message comes from, where it is called otherwise. */
  columns?: Readonly<Record<string, string>>
}

/** The column that a field of a message came from; the field's own name where no column was named for it. */
export function columnOf(layout: Layout, path: string): string {
  const field = path.split('.').at(-1)!
  return layout.columns?.[field] ?? field
}

/** A number as a table writes it, decimal comma included; the text itself when it is not a number, so that the error can show it. */
export function tableNumber(text: string | undefined): number | string | undefined {
  const trimmed = text?.trim() ?? ''
  if (trimmed === '') return undefined
  return /^-?\d+([.,]\d+)?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : trimmed
}

export const optionalText = (text: string | undefined): string | undefined => {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? undefined : trimmed
}

/** Leaves out fields without a value, so that the contract sees them as absent. */
export function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** A location object, or nothing when none of its parts is given. */
export function presentLocation(parts: Record<string, unknown>): Record<string, unknown> | undefined {
  const location = present(parts)
  return Object.keys(location).length === 0 ? undefined : location
}
