import type { SourceField } from '@rumoer/contracts'
import { useLocale, useText } from '../../lib/text.ts'
import { Choice } from '../../ui/choice.tsx'
import { TextArea, TextInput } from '../../ui/text-input.tsx'
import type { DraftSettings } from './source-draft.ts'
import styles from './source-sheet.module.css'

type Props = {
  fields: readonly SourceField[]
  values: DraftSettings
  /** Secrets that are stored already. */
  stored: readonly string[]
  refused: ReadonlySet<string>
  onChange: (name: string, value: string | boolean) => void
}

/** The fields that a kind of source asks for. A secret that is stored is never shown; left empty it stays. */
export function SettingFields({ fields, values, stored, refused, onChange }: Props) {
  const text = useText()
  const locale = useLocale()
  return fields.map((field) => {
    const isOptional = !field.required && (field.default === null || Array.isArray(field.default))
    const label = !isOptional ? field.label[locale] : text('optional', { label: field.label[locale] })
    const isStored = field.input === 'secret' && stored.includes(field.name)
    const hint = isStored ? text('sources.secret.stored') : field.help?.[locale]
    const isRefused = refused.has(`settings.${field.name}`) || [...refused].some((path) => path.startsWith(`settings.${field.name}.`))
    const common = { label, ...(hint ? { hint } : {}), error: isRefused ? text('sources.field.wrong') : null }
    const value = values[field.name] ?? ''
    switch (field.input) {
      case 'switch':
        return (
          <label key={field.name} className={styles.switch}>
            <input type="checkbox" checked={value === true} onChange={(event) => onChange(field.name, event.target.checked)} />
            <span>
              {field.label[locale]}
              {field.help && <small>{field.help[locale]}</small>}
            </span>
          </label>
        )
      case 'choice':
        return (
          <Choice
            key={field.name}
            label={label}
            value={String(value)}
            options={(field.choices ?? []).map((id) => ({ id, name: id }))}
            onChange={(chosen) => onChange(field.name, chosen)}
          />
        )
      case 'lines':
        return (
          <TextArea
            key={field.name}
            {...common}
            value={String(value)}
            rows={3}
            onChange={(event) => onChange(field.name, event.target.value)}
          />
        )
      default:
        return (
          <TextInput
            key={field.name}
            {...common}
            type={field.input === 'secret' ? 'password' : field.input}
            autoComplete={field.input === 'secret' ? 'new-password' : 'off'}
            value={String(value)}
            required={field.required && !isStored}
            onChange={(event) => onChange(field.name, event.target.value)}
          />
        )
    }
  })
}
