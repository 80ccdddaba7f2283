import { useQuery } from '@tanstack/react-query'
import { may } from '../../lib/access.ts'
import { sessionQuery } from '../../lib/queries.ts'
import { useText } from '../../lib/text.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty } from '../../ui/panel-state.tsx'
import { EntryDesk } from './entry-desk.tsx'

/** Where a colleague at the telephone or the desk writes down what somebody tells. */
export function EntryPage() {
  const text = useText()
  const { data: session } = useQuery(sessionQuery)
  return (
    <>
      <PageHead title={text('entry.title')} lead={text('entry.lead')} />
      {session && may(session, 'messages.correct') && <EntryDesk key={session.user.id} userId={session.user.id} />}
      {session && !may(session, 'messages.correct') && <Empty title={text('entry.denied')}>{text('entry.denied.body')}</Empty>}
    </>
  )
}
