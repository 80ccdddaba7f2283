import { useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { may } from '../../lib/access.ts'
import { useNow } from '../../lib/clock.tsx'
import { momentText } from '../../lib/dates.ts'
import { briefingQuery, crisisQuery, sessionQuery } from '../../lib/queries.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty, Failed, Loading } from '../../ui/panel-state.tsx'
import { BriefingView } from './briefing-view.tsx'
import { CrisisButton } from './crisis-button.tsx'
import { HeldItems } from './held-items.tsx'
import { ShareBriefing } from './share-briefing.tsx'
import { useCrisisChanges } from './use-crisis-changes.ts'

/** The briefing of the crisis that runs, what waits in the planning, and the link for partners. */
export function CrisisPage() {
  const text = useText()
  const locale = useLocale()
  const now = useNow(60_000)
  const { data: session } = useQuery(sessionQuery)
  const state = useQuery(crisisQuery)
  const told = useQuery({ ...briefingQuery, enabled: state.data?.crisis != null })
  const { end } = useCrisisChanges()
  if (state.isError) return <Failed error={state.error} onRetry={() => void state.refetch()} />
  if (!state.data) return <Loading lines={6} />
  const { crisis, held } = state.data
  if (!crisis)
    return (
      <>
        <PageHead title={text('crisis.none')} lead={text('crisis.none.lead')}>
          <CrisisButton />
        </PageHead>
        <HeldItems held={held} crisis={null} />
        {held.length === 0 && <Empty title={text('crisis.none.empty')} />}
      </>
    )
  return (
    <>
      <PageHead
        title={crisis.reason}
        lead={text('crisis.lead', { time: momentText(crisis.startedAt, now, locale), name: crisis.startedBy })}
      >
        <Button onPress={() => window.print()}>
          <Printer aria-hidden="true" /> {text('mapPage.print')}
        </Button>
        {may(session, 'alerts.work') && (
          <Button isDisabled={end.isPending} onPress={() => end.mutate()}>
            {text('crisis.end')}
          </Button>
        )}
      </PageHead>
      {may(session, 'alerts.work') && <ShareBriefing crisis={crisis} />}
      {!crisis.frozen && <HeldItems held={held} crisis={crisis} />}
      {told.isError && <Failed error={told.error} onRetry={() => void told.refetch()} />}
      {told.isPending && <Loading lines={8} />}
      {told.data && <BriefingView told={told.data} opensMessages />}
      {crisis.frozen && <HeldItems held={held} crisis={crisis} />}
    </>
  )
}
