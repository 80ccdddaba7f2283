import type { FieldError } from '@rumoer/contracts'

type Details = { [name: string]: string[] | Details }

/** Field errors as Django REST tells them: nested as the input is, each place with a list of what is wrong. */
export function detailsOf(errors: readonly FieldError[]): Details {
  const details: Details = {}
  for (const { path, expected } of errors) {
    const names = path === '' ? ['non_field_errors'] : path.split('.')
    const last = names.pop()!
    let at = details
    for (const name of names) {
      const inner = at[name]
      at = at[name] = inner === undefined || Array.isArray(inner) ? {} : inner
    }
    const before = at[last]
    at[last] = [...(Array.isArray(before) ? before : []), expected]
  }
  return details
}
