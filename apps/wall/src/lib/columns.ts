import { type IssueFilter, parseIssueFilter, textParam } from './issue-filter.ts'

/** One standing query of the live desk: what it asks for, and its own name when it was given one. */
export type Column = { name?: string; filter: IssueFilter }

export const MOST_COLUMNS = 4
const NAME = 'naam'

/** `naam=Haven&area=BU…|assignee=none` as columns; what is no filter is dropped, and so is what is more than four. */
export function parseColumns(text: string): Column[] {
  return text
    .split('|')
    .slice(0, MOST_COLUMNS)
    .map((part) => {
      const given = Object.fromEntries(new URLSearchParams(part))
      const name = textParam(given[NAME])
      return { ...(name === undefined ? {} : { name }), filter: parseIssueFilter(given) }
    })
}

/** The columns as one value of the address. A column that asks for everything is written as `status=`. */
export function columnsText(columns: readonly Column[]): string {
  return columns
    .slice(0, MOST_COLUMNS)
    .map(({ name, filter }) => new URLSearchParams({ ...(name === undefined ? {} : { [NAME]: name }), ...filter }).toString() || 'status=')
    .join('|')
}

/** What the address says, made whole: null when it names no columns. */
export function columnsParam(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? columnsText(parseColumns(value)) : undefined
}
