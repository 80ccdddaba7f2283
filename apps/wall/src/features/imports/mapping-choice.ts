import { type ImportField, type ImportMapping, type ImportPreview, importMapping } from '@rumoer/contracts'

/** What the form holds of a mapping: it may lack what it needs. */
export type MappingDraft = ImportPreview['mapping']

/** One choice of a list as one text: a column, a fixed value, or nothing. */
export const NOT_IN_FILE = 'none'
const COLUMN = 'column:'
const VALUE = 'value:'
export const columnChoice = (name: string): string => `${COLUMN}${name}`
export const valueChoice = (value: string): string => `${VALUE}${value}`

export function choiceOf(draft: MappingDraft, field: ImportField): string {
  const from = draft[field]
  if (from === undefined) return NOT_IN_FILE
  return typeof from === 'string' ? columnChoice(from) : valueChoice(from.value)
}

export function withChoice(draft: MappingDraft, field: ImportField, choice: string): MappingDraft {
  const { [field]: _, ...rest } = draft
  if (choice.startsWith(COLUMN)) return { ...rest, [field]: choice.slice(COLUMN.length) }
  return choice.startsWith(VALUE) ? { ...rest, [field]: { value: choice.slice(VALUE.length) } } : rest
}

/** The mapping once it has all that it needs, else null. */
export function wholeMapping(draft: MappingDraft): ImportMapping | null {
  const checked = importMapping.safeParse(draft)
  return checked.success ? checked.data : null
}
