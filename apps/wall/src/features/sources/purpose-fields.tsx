import type { SourcePurpose } from '@rumoer/contracts'
import { useText } from '../../lib/text.ts'
import { DateChoice } from '../../ui/date-choice.tsx'
import { TextArea, TextInput } from '../../ui/text-input.tsx'
import styles from './source-sheet.module.css'

type Props = { value: SourcePurpose; refused: ReadonlySet<string>; onChange: (change: Partial<SourcePurpose>) => void }

/** Why a source is there, on which ground, whose, until when and how long it keeps: asked before anything personal is switched on. */
export function PurposeFields({ value, refused, onChange }: Props) {
  const text = useText()
  const errorOf = (name: keyof SourcePurpose) =>
    refused.has(`purpose.${name}`) || (refused.has('purpose') && value[name] === '') ? text('sources.field.wrong') : null
  return (
    <div className={styles.fields}>
      <TextArea
        label={text('purpose.purpose')}
        hint={text('purpose.purpose.hint')}
        error={errorOf('purpose')}
        value={value.purpose}
        maxLength={500}
        rows={2}
        onChange={(event) => onChange({ purpose: event.target.value })}
      />
      <div className={styles.pair}>
        <TextInput
          label={text('purpose.legalGround')}
          hint={text('purpose.legalGround.hint')}
          error={errorOf('legalGround')}
          value={value.legalGround}
          maxLength={200}
          onChange={(event) => onChange({ legalGround: event.target.value })}
        />
        <TextInput
          label={text('purpose.owner')}
          hint={text('purpose.owner.hint')}
          error={errorOf('owner')}
          value={value.owner}
          maxLength={200}
          onChange={(event) => onChange({ owner: event.target.value })}
        />
      </div>
      <div className={styles.pair}>
        <div>
          <DateChoice
            label={text('purpose.endsOn')}
            value={value.endsOn === '' ? null : value.endsOn}
            onChange={(day) => onChange({ endsOn: day ?? '' })}
          />
          {errorOf('endsOn') && <p className={styles.wrong}>{errorOf('endsOn')}</p>}
        </div>
        <TextInput
          label={text('purpose.retentionDays')}
          error={errorOf('retentionDays')}
          type="number"
          min={1}
          max={400}
          value={String(value.retentionDays)}
          onChange={(event) => onChange({ retentionDays: Number(event.target.value) })}
        />
      </div>
    </div>
  )
}
