import type { Source, SourceKindInfo, SourceSample } from '@rumoer/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type ApiError, request } from '../../lib/api.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { ChannelField } from './channel-field.tsx'
import { KeyShown } from './key-shown.tsx'
import { PurposeFields } from './purpose-fields.tsx'
import { SampleList } from './sample-list.tsx'
import { SettingFields } from './setting-fields.tsx'
import { type Connection, draftOf, isPersonal, newDraft, purposeOf, refusedFields, type SourceDraft, settingsOf } from './source-draft.ts'
import styles from './source-sheet.module.css'

type Props = {
  kinds: readonly SourceKindInfo[]
  /** The source that is changed; null for a new one. */
  changed: { source: Source; connection: Connection } | null
  onClose: () => void
}

/** The form of one source: kind, what it asks for, its purpose; tried before it is kept. */
export function SourceSheet({ kinds, changed, onClose }: Props) {
  const text = useText()
  const locale = useLocale()
  const client = useQueryClient()
  const infoOf = (kind: string) => kinds.find((one) => one.kind === kind) ?? kinds[0]!
  const [draft, setDraft] = useState<SourceDraft>(() =>
    changed ? draftOf(changed.source, infoOf(changed.source.kind), changed.connection) : newDraft(infoOf('feed')),
  )
  const info = infoOf(draft.kind)
  const set = (change: Partial<SourceDraft>) => setDraft({ ...draft, ...change })

  const tried = useMutation<SourceSample, ApiError>({
    mutationFn: () =>
      request('/sources/_try', {
        method: 'POST',
        body: {
          kind: draft.kind,
          channel: draft.channel,
          settings: settingsOf(draft, info),
          ...(changed ? { source: changed.source.id } : {}),
        },
      }),
  })
  const saved = useMutation<{ key: string | null } | null, ApiError, boolean>({
    mutationFn: (paused) => save(draft, info, changed?.source ?? null, paused),
    onSuccess: (answer) => {
      announce(text('sources.saved', { name: draft.name }))
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes('sources') || queryKey.includes('connection') })
      if (!answer?.key) onClose()
    },
  })
  const error = saved.error ?? tried.error
  const refused = refusedFields(error)
  const asksPurpose = isPersonal(draft.channel)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    saved.mutate(false)
  }
  const title = text(changed ? 'sources.change' : 'sources.add')
  if (saved.data?.key) return <KeyShown title={title} secret={saved.data.key} onClose={onClose} />
  return (
    <Sheet title={title} isOpen onClose={onClose} wide>
      <form className={styles.form} onSubmit={submit} noValidate>
        {!changed && (
          <Choice
            label={text('sources.kind')}
            value={draft.kind}
            options={kinds.map(({ kind, name }) => ({ id: kind, name: name[locale] }))}
            onChange={(kind) => {
              tried.reset()
              setDraft(newDraft(infoOf(kind), draft))
            }}
          />
        )}
        <div className={styles.about}>
          <p>{info.about[locale]}</p>
          <p>
            <b>{text('sources.keeps')}</b> {info.keeps[locale]}
          </p>
        </div>
        {!changed && (
          <div className={styles.pair}>
            <TextInput
              label={text('sources.name')}
              value={draft.name}
              maxLength={100}
              error={refused.has('name') ? text('sources.field.wrong') : null}
              onChange={(event) => set({ name: event.target.value })}
            />
            <ChannelField value={draft.channel} onChange={(channel) => set({ channel })} />
          </div>
        )}
        {info.fields.length > 0 && (
          <div className={styles.fields}>
            <SettingFields
              fields={info.fields}
              values={draft.settings}
              stored={changed?.connection.secrets ?? []}
              refused={refused}
              onChange={(name, value) => set({ settings: { ...draft.settings, [name]: value } })}
            />
          </div>
        )}
        <details className={styles.purpose} open={asksPurpose || purposeOf(draft) !== undefined}>
          <summary>{text(asksPurpose ? 'sources.purpose.asked' : 'sources.purpose')}</summary>
          <PurposeFields value={draft.purpose} refused={refused} onChange={(change) => set({ purpose: { ...draft.purpose, ...change } })} />
        </details>
        {tried.data && <SampleList sample={tried.data} />}
        {error && (
          <p role="alert" className={styles.wrong}>
            {refused.size > 0 ? text('sources.refused') : (error.problem?.detail ?? text('saveFailed'))}
          </p>
        )}
        <div className={styles.buttons}>
          <Button type="submit" look="primary" isDisabled={saved.isPending}>
            {text(changed ? 'save' : 'sources.saveOn')}
          </Button>
          {!changed && (
            <Button isDisabled={saved.isPending} onPress={() => saved.mutate(true)}>
              {text('sources.saveOff')}
            </Button>
          )}
          {info.fields.length > 0 && (
            <Button isDisabled={tried.isPending} onPress={() => tried.mutate()}>
              {text(tried.isPending ? 'sources.trying' : 'sources.try')}
            </Button>
          )}
        </div>
      </form>
    </Sheet>
  )
}

async function save(
  draft: SourceDraft,
  info: SourceKindInfo,
  source: Source | null,
  paused: boolean,
): Promise<{ key: string | null } | null> {
  const purpose = purposeOf(draft)
  const fetches = info.fields.length > 0
  const body = { ...(purpose ? { purpose } : {}), ...(fetches ? { settings: settingsOf(draft, info) } : {}) }
  if (source) return request(`/sources/${source.id}`, { method: 'PATCH', body })
  return request('/sources', {
    method: 'POST',
    body: { ...body, name: draft.name.trim(), kind: draft.kind, channel: draft.channel, paused },
  })
}
