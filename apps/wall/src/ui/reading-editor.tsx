import {
  FACETS,
  type Facet,
  type MessageOut,
  type Reading,
  type ReadingCorrection,
  SENTIMENTS,
  type SentimentLabel,
} from '@rumoer/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { request } from '../lib/api.ts'
import { type MessagePages, taxonomyQuery } from '../lib/queries.ts'
import { useText } from '../lib/text.ts'
import { announce } from './announcer.tsx'
import { Button } from './button.tsx'
import { Choice } from './choice.tsx'
import fields from './field.module.css'
import styles from './reading-editor.module.css'

type Props = { message: MessageOut; reading: Reading; onDone: () => void }

/** Corrects what the machine read, in place. Only what was changed is sent. */
export function ReadingEditor({ message, reading, onDone }: Props) {
  const text = useText()
  const mood = reading.towardsMunicipality ?? reading.sentiment
  const before = {
    mood: mood.label,
    category: `${reading.category.main}/${reading.category.sub}`,
    facets: reading.facets.map((one) => one.facet),
  }
  const [chosen, setChosen] = useState(before)
  const correct = useCorrection(message, onDone)
  const { data: taxonomy } = useQuery(taxonomyQuery)
  const categories = [
    { id: 'unknown/unknown', name: text('category.unknown') },
    ...(taxonomy?.categories.flatMap((main) =>
      main.subcategories.map((sub) => ({ id: `${main.slug}/${sub.slug}`, name: `${main.name}: ${sub.name}` })),
    ) ?? []),
  ]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const correction = correctionOf(before, chosen, reading.towardsMunicipality !== null)
    if (correction) correct.mutate(correction)
    else onDone()
  }
  return (
    <form className={styles.editor} onSubmit={submit}>
      <Choice
        label={text('filter.sentiment')}
        value={chosen.mood}
        options={SENTIMENTS.map((id) => ({ id, name: text(`sentiment.${id}`) }))}
        onChange={(value) => setChosen({ ...chosen, mood: value as SentimentLabel })}
      />
      <Choice
        label={text('filter.category')}
        value={chosen.category}
        options={categories}
        onChange={(category) => setChosen({ ...chosen, category })}
      />
      <div className={styles.facets}>
        <span className={fields.label} id={`facetten-${message.id}`}>
          {text('facets')}
        </span>
        <ToggleButtonGroup
          className={fields.checks ?? ''}
          aria-labelledby={`facetten-${message.id}`}
          selectionMode="multiple"
          selectedKeys={chosen.facets}
          onSelectionChange={(keys) => setChosen({ ...chosen, facets: FACETS.filter((one) => keys.has(one)) })}
        >
          {FACETS.map((one) => (
            <ToggleButton key={one} id={one} className={fields.check ?? ''}>
              {text(`facet.${one}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      {correct.isError && (
        <p role="alert" className={fields.error}>
          {text('correct.failed')}
        </p>
      )}
      <div className={styles.buttons}>
        <Button type="submit" look="primary" isDisabled={correct.isPending}>
          {text('correct.save')}
        </Button>
        <Button onPress={onDone}>{text('cancel')}</Button>
      </div>
    </form>
  )
}

type Chosen = { mood: SentimentLabel; category: string; facets: Facet[] }

/** The fields that differ; null when nothing does. */
export function correctionOf(before: Chosen, after: Chosen, isAimed: boolean): ReadingCorrection | null {
  const correction: ReadingCorrection = {}
  if (before.mood !== after.mood) correction[isAimed ? 'towardsMunicipality' : 'sentiment'] = after.mood
  if (before.category !== after.category) {
    const [main = 'unknown', sub = 'unknown'] = after.category.split('/')
    correction.category = { main, sub }
  }
  if ([...before.facets].sort().join() !== [...after.facets].sort().join()) correction.facets = after.facets
  return Object.keys(correction).length > 0 ? correction : null
}

function useCorrection(message: MessageOut, onDone: () => void) {
  const client = useQueryClient()
  const text = useText()
  return useMutation({
    mutationFn: (correction: ReadingCorrection) =>
      request<MessageOut>(`/messages/${message.id}/reading`, { method: 'PATCH', body: correction }),
    onSuccess: (answer) => {
      client.setQueriesData<MessagePages>(
        { queryKey: [null, 'messages'] },
        (pages) =>
          pages && {
            ...pages,
            pages: pages.pages.map((page) => ({ ...page, items: page.items.map((item) => (item.id === answer.id ? answer : item)) })),
          },
      )
      announce(text('correct.saved'))
      onDone()
    },
  })
}
