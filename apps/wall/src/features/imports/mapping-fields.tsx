import { CHANNELS, type ImportField, MESSAGE_KINDS } from '@rumoer/contracts'
import { useText } from '../../lib/text.ts'
import { Choice, type Option } from '../../ui/choice.tsx'
import { useChannelName } from '../../ui/use-channel-name.ts'
import styles from './imports.module.css'
import { choiceOf, columnChoice, type MappingDraft, NOT_IN_FILE, valueChoice, withChoice } from './mapping-choice.ts'

const FIRST: readonly ImportField[] = ['createdAt', 'text', 'channel', 'kind', 'externalId', 'address', 'lat', 'lon']
const MORE: readonly ImportField[] = ['main', 'sub', 'closedAt', 'updatedAt', 'areaCode', 'author', 'url', 'inReplyTo', 'language', 'reach']
/** Each row needs these: a column that says so, or one value for all. */
const NEEDED: readonly ImportField[] = ['createdAt', 'channel', 'kind']

type Props = { columns: readonly string[]; draft: MappingDraft; onChange: (draft: MappingDraft) => void }

/** Per field of a message the column that it comes from. */
export function MappingFields({ columns, draft, onChange }: Props) {
  const text = useText()
  const channelName = useChannelName()
  const always = (value: string, name: string): Option => ({
    id: valueChoice(value),
    name: text('imports.mapping.always', { value: name }),
  })
  const fixed: Partial<Record<ImportField, Option[]>> = {
    kind: MESSAGE_KINDS.map((kind) => always(kind, text(`imports.kind.${kind}`))),
    channel: CHANNELS.map((channel) => always(channel, channelName(channel))),
  }
  const fieldOf = (field: ImportField) => (
    <Choice
      key={field}
      label={text(`imports.field.${field}`)}
      value={choiceOf(draft, field)}
      options={[
        ...(NEEDED.includes(field) && choiceOf(draft, field) !== NOT_IN_FILE
          ? []
          : [{ id: NOT_IN_FILE, name: text('imports.mapping.none') }]),
        ...columns.map((name) => ({ id: columnChoice(name), name })),
        ...(fixed[field] ?? []),
      ]}
      onChange={(choice) => onChange(withChoice(draft, field, choice))}
    />
  )
  return (
    <>
      <div className={styles.fields}>{FIRST.map(fieldOf)}</div>
      <details className={styles.more}>
        <summary>{text('imports.mapping.more', { count: MORE.filter((field) => draft[field] !== undefined).length })}</summary>
        <div className={styles.fields}>{MORE.map(fieldOf)}</div>
      </details>
    </>
  )
}
