import type { MessageOut, Reading } from '@rumoer/contracts'
import { Link } from '@tanstack/react-router'
import { Forward, PencilLine } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useNow } from '../lib/clock.tsx'
import { momentText } from '../lib/dates.ts'
import { evidenceParts } from '../lib/evidence-parts.ts'
import { placeText, useAreas, useCategoryNames } from '../lib/names.ts'
import { useReplayId } from '../lib/replay.ts'
import { type MessageId, useLocale, useText } from '../lib/text.ts'
import { Button } from './button.tsx'
import { HandoverSheet } from './handover-sheet.tsx'
import { Judgement } from './judgement.tsx'
import styles from './message-card.module.css'
import { MoodSign } from './mood.tsx'
import { ReadingEditor } from './reading-editor.tsx'
import { useChannelName } from './use-channel-name.ts'

type Props = { message: MessageOut; mayCorrect: boolean; mayHandOver?: boolean; withIssue?: boolean }

/** One message with what the machine made of it, and the way to correct that. */
export function MessageCard({ message, mayCorrect, mayHandOver = false, withIssue = false }: Props) {
  const text = useText()
  const [isEditing, setEditing] = useState(false)
  const [isHandingOver, setHandingOver] = useState(false)
  return (
    <article className={styles.card}>
      <MessageSource message={message} />
      <div className={styles.body}>
        <MessageText message={message} />
        {message.reading ? <Judgements reading={message.reading} /> : <p className={styles.unread}>{text('message.unread')}</p>}
        {isEditing && message.reading && <ReadingEditor message={message} reading={message.reading} onDone={() => setEditing(false)} />}
      </div>
      <div className={styles.tools}>
        {withIssue && message.issue && (
          <Link to="/issues/$id" params={{ id: message.issue }}>
            {text('message.toIssue')}
          </Link>
        )}
        {mayCorrect && message.reading && !isEditing && (
          <Button look="quiet" small onPress={() => setEditing(true)}>
            <PencilLine aria-hidden="true" /> {text('correct')}
          </Button>
        )}
        {mayHandOver && (
          <Button look="quiet" small onPress={() => setHandingOver(true)}>
            <Forward aria-hidden="true" /> {text('handover.open')}
          </Button>
        )}
      </div>
      {isHandingOver && <HandoverSheet message={message} issue={message.issue} onClose={() => setHandingOver(false)} />}
    </article>
  )
}

/** Channel, place and moment: never who wrote it. */
export function MessageSource({ message }: { message: MessageOut }) {
  const text = useText()
  const locale = useLocale()
  const now = useNow(60_000)
  const areas = useAreas(useReplayId())
  const channelName = useChannelName()
  return (
    <p className={styles.source}>
      <b>{channelName(message.channel)}</b>
      <span>{placeText(message.areaCode ? [message.areaCode] : message.areaCodes, areas) ?? text('place.unknown')}</span>
      <time dateTime={message.createdAt}>{momentText(message.createdAt, now, locale)}</time>
      {message.externalId && <span className={styles.number}>{message.externalId}</span>}
      {message.kind === 'melding' && <span>{text(message.closedAt ? 'melding.closed' : 'melding.open')}</span>}
    </p>
  )
}

/** The text with the words that led to a reading underlined. */
export function MessageText({ message }: { message: MessageOut }) {
  const text = useText()
  const reasons = (labels: readonly string[]) => [...new Set(labels.map((label) => text(reasonOf(label))))].join(', ')
  if (message.text === '') return <p className={styles.none}>{text('message.noText')}</p>
  return (
    <p className={styles.text} lang={message.reading?.language ?? undefined}>
      {evidenceParts(message.text, message.reading?.evidence ?? []).map((part) =>
        part.labels.length > 0 ? (
          <mark key={part.from} title={text('message.because', { labels: reasons(part.labels) })}>
            {part.text}
          </mark>
        ) : (
          <span key={part.from}>{part.text}</span>
        ),
      )}
    </p>
  )
}

const REASONS = ['sentiment', 'towards-municipality', 'category', 'area', 'role', 'facet', 'question', 'avoidable'] as const

/** The name of what an evidence label such as `category:afval/…` led to. */
function reasonOf(label: string): MessageId {
  const kind = REASONS.find((reason) => label === reason || label.startsWith(`${reason}:`))
  return `evidence.${kind ?? 'other'}`
}

function Judgements({ reading }: { reading: Reading }) {
  const text = useText()
  const categoryName = useCategoryNames()
  const mood = reading.towardsMunicipality ?? reading.sentiment
  const entries: { key: string; confidence: number; mark: ReactNode; words: string }[] = [
    {
      key: 'mood',
      confidence: mood.confidence,
      mark: <MoodSign label={mood.label} hollow={mood.confidence < 1} />,
      words: text(`sentiment.${mood.label}`),
    },
    ...(reading.aspects ?? []).map(({ about, sentiment, span }) => ({
      key: `aspect-${span[0]}`,
      confidence: sentiment.confidence,
      mark: <MoodSign label={sentiment.label} hollow />,
      words: text(`aspect.${sentiment.label}`, { about }),
    })),
    ...(reading.category.sub === 'unknown'
      ? []
      : [{ key: 'category', confidence: reading.category.confidence, mark: null, words: categoryName(reading.category.sub) }]),
    ...reading.facets.map((entry) => ({ key: entry.facet, confidence: entry.confidence, mark: null, words: text(`facet.${entry.facet}`) })),
  ]
  return (
    <ul className={styles.judgements}>
      {entries.map((entry) => (
        <li key={entry.key}>
          <Judgement isHuman={entry.confidence === 1}>
            {entry.mark}
            {entry.words}
          </Judgement>
        </li>
      ))}
      {reading.language !== 'nl' && (
        <li>
          <Judgement isHuman={false}>{text('message.language', { language: reading.language })}</Judgement>
        </li>
      )}
    </ul>
  )
}
