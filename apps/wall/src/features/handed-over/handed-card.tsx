import type { HandedOver, HandoverAnswer } from '@rumoer/contracts'
import { type FormEvent, useState } from 'react'
import { useNow } from '../../lib/clock.tsx'
import { momentText } from '../../lib/dates.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { DueMark } from '../../ui/due-mark.tsx'
import fields from '../../ui/field.module.css'
import rows from '../../ui/handovers.module.css'
import { TextArea } from '../../ui/text-input.tsx'
import { useChannelName } from '../../ui/use-channel-name.ts'
import styles from './handed-over.module.css'

type State = { isBusy: boolean; problem: 'conflict' | 'failed' | null }
type Props = { one: HandedOver; state: State; onAnswer: (answer: HandoverAnswer) => void }

/** What a receiver sees of one hand-over: what it is about, by when, what was said, and the answer to give. */
export function HandedCard({ one, state, onAnswer }: Props) {
  const text = useText()
  return (
    <article className={styles.card} aria-labelledby={`kop-${one.id}`}>
      <h2 id={`kop-${one.id}`}>{one.about.title ?? text(`handover.kind.${one.kind}`)}</h2>
      <p className={rows.facts}>
        <span>{text(`handover.kind.${one.kind}`)}</span>
        <DueMark one={one} />
        <span>{text(`handover.status.${one.status}`)}</span>
      </p>
      <About one={one} />
      {one.note && (
        <p className={rows.said}>
          {one.by}: {one.note}
        </p>
      )}
      <Said one={one} />
      <AnswerForm key={one.version} one={one} state={state} onAnswer={onAnswer} />
    </article>
  )
}

function About({ one: { about } }: { one: HandedOver }) {
  const text = useText()
  const locale = useLocale()
  const now = useNow(60_000)
  const channelName = useChannelName()
  if (about.sensitive) return <p className={styles.sensitive}>{text('handed.sensitive')}</p>
  return (
    <>
      {about.text && <blockquote className={styles.words}>{about.text}</blockquote>}
      <p className={rows.facts}>
        {about.channel && <span>{channelName(about.channel)}</span>}
        {about.areas.length > 0 && <span>{about.areas.map(({ name }) => name).join(', ')}</span>}
        {about.writtenAt && <time dateTime={about.writtenAt}>{momentText(about.writtenAt, now, locale)}</time>}
      </p>
    </>
  )
}

function Said({ one }: { one: HandedOver }) {
  const text = useText()
  const locale = useLocale()
  const now = useNow(60_000)
  const steps = one.history.filter(({ type }) => type === 'answer' || type === 'status')
  if (steps.length === 0) return null
  return (
    <ol className={styles.history} aria-label={text('handed.history')}>
      {steps.map((step) => (
        <li key={`${step.at}${step.status}`}>
          <time dateTime={step.at}>{momentText(step.at, now, locale)}</time> {step.by}, {text(`handover.status.${step.status}`)}
          {step.text && `: ${step.text}`}
        </li>
      ))}
    </ol>
  )
}

const CHOICES = ['taken', 'done', 'returned'] as const

function AnswerForm({ one, state, onAnswer }: Props) {
  const text = useText()
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const say = (status: HandoverAnswer['status']) => {
    if (status === 'returned' && words.trim() === '') return setMissing(true)
    onAnswer({ version: one.version, status, text: words.trim() })
  }
  const submit = (event: FormEvent) => event.preventDefault()
  return (
    <form className={rows.form} onSubmit={submit}>
      <TextArea
        label={text('handed.answer')}
        hint={text('handed.answer.hint')}
        error={missing ? text('handed.why') : null}
        value={words}
        maxLength={2_000}
        onChange={(event) => setWords(event.target.value)}
      />
      {state.problem && (
        <p role="alert" className={fields.error}>
          {text(`handed.${state.problem}`)}
        </p>
      )}
      <div className={rows.buttons}>
        {CHOICES.map((status, at) => (
          <Button key={status} look={at === 0 ? 'primary' : 'plain'} isDisabled={state.isBusy} onPress={() => say(status)}>
            {text(`handed.set.${status}`)}
          </Button>
        ))}
      </div>
    </form>
  )
}
