/** Values of types whose text needs no quotes inside an array: numbers, booleans, uuids, instants. */
type Plain = string | number | boolean | Date | null | undefined

const NEEDS_ESCAPE = /[\\"]/
const ESCAPED = /[\\"]/g

/** A PostgreSQL array of numbers, booleans, uuids or instants: `{1,NULL,3}`. */
export function plainArray(values: readonly Plain[]): string {
  let literal = '{'
  for (let at = 0; at < values.length; at++) {
    const value = values[at]
    if (at > 0) literal += ','
    if (value === null || value === undefined) literal += 'NULL'
    else literal += value instanceof Date ? value.toISOString() : value
  }
  return `${literal}}`
}

/** A PostgreSQL array of any texts: `{"a","say \"hi\"",NULL}`. */
export function textArray(values: readonly (string | null | undefined)[]): string {
  let literal = '{'
  for (let at = 0; at < values.length; at++) {
    const value = values[at]
    if (at > 0) literal += ','
    if (value === null || value === undefined) literal += 'NULL'
    else literal += `"${NEEDS_ESCAPE.test(value) ? value.replace(ESCAPED, '\\$&') : value}"`
  }
  return `${literal}}`
}

/** A PostgreSQL array of byte strings. */
export function bytesArray(values: readonly (Uint8Array | null | undefined)[]): string {
  return textArray(values.map((value) => (value ? `\\x${Buffer.from(value).toString('hex')}` : null)))
}

/** JSON text holds neither: control characters are always escaped there. */
const SEPARATOR = '\u0001'
const NOTHING = '\u0002'

/** SQL that makes a `text[]` of a parameter that `jsonList` wrote. */
export const jsonListOf = (parameter: number): string => `string_to_array($${parameter}::text, E'\\x01', E'\\x02')`

/** JSON documents for `jsonListOf`. In an array literal each of their many quotes would be escaped, and unescaped on arrival. */
export function jsonList(values: readonly unknown[]): string {
  let list = ''
  for (let at = 0; at < values.length; at++) {
    const value = values[at]
    if (at > 0) list += SEPARATOR
    list += value === null || value === undefined ? NOTHING : JSON.stringify(value)
  }
  return list
}
