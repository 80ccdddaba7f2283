import { useQuery } from '@tanstack/react-query'
import { areaSignalsQuery, structuralQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty, Failed, Loading } from '../../ui/panel-state.tsx'
import { ProblemRow, SignalRow } from './signal-rows.tsx'
import styles from './signals-page.module.css'

/** What no single issue shows: areas with more than usual or silent, and what keeps coming back. */
export function SignalsPage() {
  const text = useText()
  const replay = useReplayId()
  const signals = useQuery(areaSignalsQuery(replay))
  const problems = useQuery(structuralQuery(replay))
  const count = signals.data?.length
  return (
    <>
      <PageHead title={text('signals.title')} {...(count === undefined ? {} : { lead: text('signals.lead', { count }) })} />
      <section className={styles.part} aria-labelledby="opvallend">
        <h2 id="opvallend">{text('signals.now')}</h2>
        {signals.isPending && <Loading lines={5} />}
        {signals.error && !signals.data && <Failed error={signals.error} onRetry={() => void signals.refetch()} />}
        {count === 0 && <Empty title={text('signals.now.none')}>{text('signals.now.none.body')}</Empty>}
        <ul className={styles.list}>
          {signals.data?.map((signal) => (
            <SignalRow key={signal.id} signal={signal} />
          ))}
        </ul>
      </section>
      <section className={styles.part} aria-labelledby="steeds-terug">
        <h2 id="steeds-terug">{text('signals.back')}</h2>
        {problems.isPending && <Loading lines={3} />}
        {problems.error && !problems.data && <Failed error={problems.error} onRetry={() => void problems.refetch()} />}
        {problems.data?.items.length === 0 && <Empty title={text('signals.back.none')}>{text('signals.back.none.body')}</Empty>}
        <ul className={styles.list}>
          {problems.data?.items.map((problem) => (
            <ProblemRow key={`${problem.areaCode}/${problem.category.sub}`} problem={problem} />
          ))}
        </ul>
      </section>
    </>
  )
}
