import { maskPersonalData } from '@rumoer/analysis/normalise'
import { type FieldError, type RawMessage, rawMessage } from '@rumoer/contracts'

const MAX_SHOWN = 80

/** A value as an error may show it: masked, on one line, at most 80 characters; empty when there is none. */
export function shownValue(value: unknown): string {
  if (value === undefined) return ''
  const text = (typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))).slice(0, 4 * MAX_SHOWN)
  const masked = maskPersonalData(text.toWellFormed().replaceAll(/\p{Cc}+/gu, ' ')).text
  return masked.length > MAX_SHOWN ? `${masked.slice(0, MAX_SHOWN - 1).toWellFormed()}…` : masked
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (inner !== null && typeof inner === 'object' ? (inner as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  )

/** Checks one candidate message against the contract; all its errors together, each with place, value and expectation. */
export function checkMessage(candidate: unknown): { ok: true; message: RawMessage } | { ok: false; errors: FieldError[] } {
  const checked = rawMessage.safeParse(candidate)
  if (checked.success) return { ok: true, message: checked.data }
  const errors = checked.error.issues.flatMap((issue): FieldError[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: shownValue([...issue.path, key].map(String).join('.')),
        value: shownValue(valueAt(candidate, [...issue.path, key])),
        expected: 'expected no field of this name',
      }))
    }
    return [
      {
        path: issue.path.map(String).join('.'),
        value: shownValue(valueAt(candidate, issue.path)),
        expected: issue.message.replace(/^Invalid (input|option): /, ''),
      },
    ]
  })
  return { ok: false, errors }
}
