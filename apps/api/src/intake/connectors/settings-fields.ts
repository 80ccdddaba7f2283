import type { SourceField, SourceFields, Words } from '@rumoer/contracts'
import type { SourceSecrets } from '@rumoer/walk'
import { z } from 'zod'
import { badInput, fieldErrors } from '../../errors.ts'
import type { Connector } from './connector.ts'

type Told = { label: Words; help?: Words; input: SourceField['input']; choices?: readonly string[] }

/** A setting with what the screen says about it. Stands around the whole schema: `field(z.string().optional(), …)`. */
export const field = <Schema extends z.ZodType>(schema: Schema, told: Told): Schema => schema.meta(told)

/** An address on the web without a name or password in it. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'expected an http or https address' })
  .max(2_000)
  .refine((text) => {
    const url = URL.parse(text)
    return url !== null && url.username === '' && url.password === ''
  }, 'expected an address without a name or password in it')

/** The fields that the screen shows for a connector. */
export function fieldsOf({ settings }: Pick<Connector, 'settings'>): SourceField[] {
  return Object.entries(settings.shape).map(([name, schema]): SourceField => {
    const told = (schema as z.ZodType).meta() as Told | undefined
    if (!told) throw new Error(`setting ${name}: expected it to be made with field`)
    const empty = (schema as z.ZodType).safeParse(undefined)
    return {
      name,
      label: told.label,
      help: told.help ?? null,
      input: told.input,
      choices: told.choices ? [...told.choices] : null,
      required: !empty.success,
      default: empty.success ? (empty.data ?? null) : null,
    }
  })
}

const secretNames = (connector: Connector): string[] =>
  fieldsOf(connector)
    .filter(({ input }) => input === 'secret')
    .map(({ name }) => name)

/**
 * Checks what was filled in; throws a 400 that names every field. Secrets that are left out are those that were stored. Empty texts are left out.
 * Answers what may be stored as it is, and what must be sealed.
 */
export function splitSettings(
  connector: Connector,
  given: SourceFields,
  stored: SourceSecrets,
): { settings: SourceFields; secrets: SourceSecrets } {
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  const names = secretNames(connector)
  const keptSecrets = Object.fromEntries(Object.entries(stored).filter(([name]) => names.includes(name)))
  const checked = connector.settings.safeParse({ ...keptSecrets, ...filled })
  if (!checked.success)
    throw badInput(
      fieldErrors(checked.error, filled).map((error) => ({
        ...error,
        path: `settings.${error.path}`,
        value: names.includes(error.path) ? '' : error.value,
      })),
    )
  const entries = Object.entries(checked.data as SourceFields).filter(([, value]) => value !== undefined)
  return {
    settings: Object.fromEntries(entries.filter(([name]) => !names.includes(name))),
    secrets: Object.fromEntries(entries.filter(([name]) => names.includes(name))) as SourceSecrets,
  }
}
