import type { ResidentQuestion } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { PenLine } from 'lucide-react'
import { placeText, useAreas } from '../../lib/names.ts'
import { openQuestionsQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { AgeText } from '../../ui/age.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty, Failed, Loading } from '../../ui/panel-state.tsx'
import styles from './question-list.module.css'

const PLACES_TOLD = 3
const ISSUES_TOLD = 2

type Props = { mayWork: boolean; onAnswer: (about: { id: string; title: string }) => void }

/** What residents ask and nothing was published about yet, most asked first. */
export function QuestionList({ mayWork, onAnswer }: Props) {
  const text = useText()
  const replay = useReplayId()
  const areas = useAreas(replay)
  const { data, error, isPending, refetch } = useQuery(openQuestionsQuery(replay))
  if (isPending) return <Loading lines={8} />
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />
  const questions = data?.items ?? []
  if (questions.length === 0) return <Empty title={text('questions.none.title')}>{text('questions.none.body')}</Empty>
  return (
    <section aria-label={text('questions.title')}>
      <p className={styles.lead}>{text('questions.lead')}</p>
      <ol className={styles.list}>
        {questions.map((one) => (
          <li key={one.messages[0]} className={styles.row}>
            <span className={styles.times} title={text('questions.times', { count: one.times })}>
              {one.times}×
            </span>
            <div className={styles.words}>
              <q className={styles.question}>{one.question}</q>
              <p className={styles.about}>
                {placeText(one.areaCodes, areas, PLACES_TOLD) ?? text('place.unknown')} · <AgeText at={one.lastAt} />
                <Issues question={one} />
              </p>
            </div>
            {mayWork && one.issues[0] && (
              <Button small onPress={() => onAnswer({ id: one.issues[0]!.id, title: one.question })}>
                <PenLine aria-hidden="true" /> {text('questions.answer')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The issues it is asked in most, one key away from the messages behind it. */
function Issues({ question }: { question: ResidentQuestion }) {
  const text = useText()
  const more = question.issues.length - ISSUES_TOLD
  return (
    <>
      {question.issues.slice(0, ISSUES_TOLD).map(({ id, title }) => (
        <span key={id}>
          {' · '}
          <Link to="/issues/$id" params={{ id }}>
            {title}
          </Link>
        </span>
      ))}
      {more > 0 && ` ${text('questions.moreIssues', { count: more })}`}
    </>
  )
}
