import type { Receiver, Webhook } from '@rumoer/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { request } from '../../lib/api.ts'
import { webhooksQuery } from '../../lib/queries.ts'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { SeveralChoice } from '../../ui/several-choice.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import styles from './rules.module.css'
import { detailOf } from './use-rule-change.ts'

/** Which systems get a signed notice; a new one is named here, and its secret is shown this once. People are left as they are. */
export function WebhookEditor({ receivers, onChange }: { receivers: readonly Receiver[]; onChange: (receivers: Receiver[]) => void }) {
  const text = useText()
  const { data: webhooks = [] } = useQuery(webhooksQuery)
  const chosen = receivers.flatMap((one) => (one.channel === 'webhook' ? [one.webhook] : []))
  const choose = (ids: readonly string[]) =>
    onChange([
      ...receivers.filter(({ channel }) => channel !== 'webhook'),
      ...ids.map((webhook) => ({ channel: 'webhook' as const, webhook })),
    ])
  return (
    <div className={styles.people}>
      {webhooks.length > 0 && (
        <SeveralChoice
          label={text('rule.webhooks')}
          none={text('rule.webhooks.none')}
          value={chosen}
          options={webhooks.map(({ id, name }) => ({ id, name }))}
          onChange={choose}
        />
      )}
      <NewWebhook onAdded={({ id }) => choose([...chosen, id])} />
    </div>
  )
}

/** No form of its own: it stands inside that of the rule. */
function NewWebhook({ onAdded }: { onAdded: (webhook: Webhook) => void }) {
  const text = useText()
  const client = useQueryClient()
  const [draft, setDraft] = useState<{ name: string; url: string } | null>(null)
  const add = useMutation({
    mutationFn: (body: { name: string; url: string }) => request<Webhook & { secret: string }>('/webhooks', { method: 'POST', body }),
    onSuccess: (added) => {
      setDraft(null)
      onAdded(added)
    },
    onSettled: () => client.invalidateQueries({ queryKey: webhooksQuery.queryKey }),
  })
  if (draft === null) {
    return (
      <>
        {add.data && (
          <TextInput
            label={text('rule.webhook.secret', { name: add.data.name })}
            hint={text('rule.webhook.once')}
            value={add.data.secret}
            readOnly
            onFocus={(event) => event.target.select()}
          />
        )}
        <div className={styles.buttons}>
          <Button small onPress={() => setDraft({ name: '', url: '' })}>
            <Plus aria-hidden="true" /> {text('rule.webhook.add')}
          </Button>
        </div>
      </>
    )
  }
  return (
    <fieldset className={styles.group}>
      <legend className="visually-hidden">{text('rule.webhook.add')}</legend>
      <div className={styles.fields}>
        {(['name', 'url'] as const).map((field) => (
          <TextInput
            key={field}
            label={text(`rule.webhook.${field}`)}
            value={draft[field]}
            autoFocus={field === 'name'}
            onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
          />
        ))}
      </div>
      {add.error && (
        <p role="alert" className={styles.refused}>
          {text('rule.refused', { detail: detailOf(add.error) })}
        </p>
      )}
      <div className={styles.buttons}>
        <Button small onPress={() => add.mutate(draft)} isDisabled={add.isPending || draft.name.trim().length < 3 || draft.url === ''}>
          {text('rule.webhook.save')}
        </Button>
        <Button small look="quiet" onPress={() => setDraft(null)}>
          {text('cancel')}
        </Button>
      </div>
    </fieldset>
  )
}
