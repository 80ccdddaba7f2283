import type { Rule, RuleDefinition } from '@rumoer/contracts'
import { type FormEvent, useState } from 'react'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { ScopeBadge } from '../../ui/scope-badge.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { FilterEditor } from './filter-editor.tsx'
import { HabitsEditor } from './habits-editor.tsx'
import { PeopleEditor } from './people-editor.tsx'
import styles from './rules.module.css'
import { TestEditor } from './test-editor.tsx'
import { detailOf, useRuleChange } from './use-rule-change.ts'
import { WebhookEditor } from './webhook-editor.tsx'

const NEW_RULE: RuleDefinition = {
  name: '',
  level: 'attention',
  filter: { areas: [], categories: [], channels: [], roles: [], facets: [], sentiments: [] },
  floors: { messages: 5, voices: 3, channels: 1 },
  when: { all: [{ measure: 'signal', operator: '>=', threshold: 1 }] },
  grouping: { by: 'issue', minutes: 0 },
  quietHours: { from: '22:00', to: '07:00' },
  repeatMinutes: 240,
  hysteresis: { release: 0.8, lowerAfterMinutes: 30 },
  receivers: [],
}
const LEVELS = ['attention', 'urgent', 'crisis'] as const
const FLOORS = { messages: 3, voices: 2, channels: 1 } as const

/** Makes or changes a rule. What is saved is a new version, which is not in force yet. */
export function RuleSheet({ rule, draft, onClose }: { rule: Rule | null; draft: Partial<RuleDefinition>; onClose: () => void }) {
  const text = useText()
  const [form, setForm] = useState<RuleDefinition>(() => ({ ...(rule ? definitionOf(rule) : NEW_RULE), ...draft }))
  const change = useRuleChange(onClose)
  const set = (changes: Partial<RuleDefinition>) => setForm((before) => ({ ...before, ...changes }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate({ rule, body: form })
  }
  return (
    <Sheet title={text(rule ? 'rule.edit.title' : 'rules.new')} isOpen onClose={onClose} wide>
      <form className={styles.form} onSubmit={submit}>
        <div className={styles.fields}>
          <TextInput
            label={text('rule.field.name')}
            value={form.name}
            required
            minLength={3}
            maxLength={80}
            onChange={(event) => set({ name: event.target.value })}
          />
          <Choice
            label={text('rule.field.level')}
            value={form.level}
            options={LEVELS.map((id) => ({ id, name: text(`level.${id}`) }))}
            onChange={(id) => set({ level: LEVELS.find((level) => level === id) ?? 'attention' })}
          />
        </div>
        <fieldset className={styles.part}>
          <legend>{text('rule.field.floors')}</legend>
          <p className={styles.looks}>
            <ScopeBadge scope="issue" />
          </p>
          <div className={styles.fields}>
            {(['messages', 'voices', 'channels'] as const).map((name) => (
              <TextInput
                key={name}
                label={text(`rule.field.${name}`)}
                type="number"
                min={FLOORS[name]}
                required
                value={String(form.floors[name])}
                onChange={(event) => set({ floors: { ...form.floors, [name]: Number(event.target.value) } })}
              />
            ))}
          </div>
        </fieldset>
        <fieldset className={styles.part}>
          <legend>{text('rule.field.when')}</legend>
          <TestEditor test={'measure' in form.when ? { all: [form.when] } : form.when} onChange={(when) => set({ when })} />
        </fieldset>
        <fieldset className={styles.part}>
          <legend>{text('rule.field.filter')}</legend>
          <FilterEditor filter={form.filter} onChange={(filter) => set({ filter })} />
        </fieldset>
        <fieldset className={styles.part}>
          <legend>{text('rule.field.people')}</legend>
          <PeopleEditor receivers={form.receivers} onChange={(receivers) => set({ receivers })} />
          <WebhookEditor receivers={form.receivers} onChange={(receivers) => set({ receivers })} />
        </fieldset>
        <fieldset className={styles.part}>
          <legend>{text('rule.field.habits')}</legend>
          <HabitsEditor habits={form} onChange={set} />
        </fieldset>
        {change.error && (
          <p role="alert" className={styles.refused}>
            {text('rule.refused', { detail: detailOf(change.error) })}
          </p>
        )}
        <div className={styles.buttons}>
          <Button type="submit" look="primary">
            {text('rule.save')}
          </Button>
          <Button onPress={onClose}>{text('cancel')}</Button>
        </div>
      </form>
    </Sheet>
  )
}

function definitionOf(rule: Rule): RuleDefinition {
  const {
    id: _id,
    version: _version,
    live: _live,
    updatedAt: _at,
    updatedBy: _by,
    testedAt: _tested,
    quality: _quality,
    ...definition
  } = rule
  return definition
}
