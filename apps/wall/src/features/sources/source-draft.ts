import type { Source, SourceField, SourceFields, SourceKindInfo, SourcePurpose } from '@rumoer/contracts'
import { PERSONAL_CHANNELS } from '@rumoer/contracts'
import type { ApiError } from '../../lib/api.ts'

/** Settings as they stand in the form: a number is text until it is sent, lines are one text. */
export type DraftSettings = Record<string, string | boolean>
export type SourceDraft = { name: string; kind: SourceKindInfo['kind']; channel: string; settings: DraftSettings; purpose: SourcePurpose }
/** How a source is set up now, secrets by name only. */
export type Connection = { settings: SourceFields; secrets: string[]; purpose: SourcePurpose | null }

const NO_PURPOSE: SourcePurpose = { purpose: '', legalGround: '', owner: '', endsOn: '', retentionDays: 90 }

export function newDraft(info: SourceKindInfo, kept?: Pick<SourceDraft, 'name' | 'purpose'>): SourceDraft {
  const settings = Object.fromEntries(info.fields.map((field) => [field.name, toForm(field, field.default)]))
  return { name: kept?.name ?? '', kind: info.kind, channel: info.channel, settings, purpose: kept?.purpose ?? NO_PURPOSE }
}

export function draftOf(source: Source, info: SourceKindInfo, connection: Connection): SourceDraft {
  const settings = info.fields.map((field) => [field.name, toForm(field, connection.settings[field.name] ?? field.default)])
  return {
    name: source.name,
    kind: source.kind,
    channel: source.channel,
    settings: Object.fromEntries(settings),
    purpose: connection.purpose ?? NO_PURPOSE,
  }
}

function toForm(field: SourceField, value: unknown): string | boolean {
  if (field.input === 'switch') return value === true
  if (Array.isArray(value)) return value.join('\n')
  return value === null || value === undefined ? '' : String(value)
}

/** What is sent: numbers as numbers, lines as a list, and nothing for what was left empty. */
export function settingsOf(draft: SourceDraft, info: SourceKindInfo): SourceFields {
  const filled = info.fields.flatMap((field): [string, SourceFields[string]][] => {
    const value = draft.settings[field.name]
    if (typeof value === 'boolean') return [[field.name, value]]
    const text = (value ?? '').trim()
    if (field.input === 'lines') {
      const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
      return [[field.name, lines]]
    }
    if (text === '') return []
    return [[field.name, field.input === 'number' ? Number(text.replace(',', '.')) : text]]
  })
  return Object.fromEntries(filled)
}

export const purposeOf = ({ purpose }: SourceDraft): SourcePurpose | undefined =>
  [purpose.purpose, purpose.legalGround, purpose.owner, purpose.endsOn].some((text) => text !== '') ? purpose : undefined

export const isPersonal = (channel: string): boolean => (PERSONAL_CHANNELS as readonly string[]).includes(channel)

/** Names of the fields that the server refused. */
export function refusedFields(error: ApiError | null): Set<string> {
  const errors: unknown = error?.problem && 'errors' in error.problem ? error.problem.errors : []
  return new Set(Array.isArray(errors) ? errors.map((one: { path?: unknown }) => String(one.path ?? '')) : [])
}
