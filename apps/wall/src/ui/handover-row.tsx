import { type Handover, type HandoverPatch, OPEN_HANDOVER_STATUSES } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import { may } from '../lib/access.ts'
import { sessionQuery } from '../lib/queries.ts'
import { useReplayId } from '../lib/replay.ts'
import { useText } from '../lib/text.ts'
import { useHandoverLink, useHandoverPatch, useHandoverReport } from '../lib/use-handover-patch.ts'
import { type Action, ActionsMenu } from './actions-menu.tsx'
import { DueMark } from './due-mark.tsx'
import { HandoverLink } from './handover-link.tsx'
import styles from './handovers.module.css'

/** One hand-over or promise: what, to whom, by when, how it stands, and what the receiver said last. */
export function HandoverRow({ one, withIssue = false }: { one: Handover; withIssue?: boolean }) {
  const text = useText()
  const replay = useReplayId()
  const { data: session } = useQuery(sessionQuery)
  const patch = useHandoverPatch()
  const renew = useHandoverLink()
  const report = useHandoverReport()
  const said = one.history.findLast((step) => step.type === 'answer' && step.text !== '')
  const change = (body: Omit<HandoverPatch, 'version'>) => patch.mutate({ one, body: { ...body, version: one.version } })
  const isOpen = OPEN_HANDOVER_STATUSES.includes(one.status)
  const actions: Action[] = [
    ...(one.status === 'waiting' || one.status === 'returned'
      ? [{ id: 'taken', name: text('handover.set.taken'), run: () => change({ status: 'taken' }) }]
      : []),
    ...(isOpen
      ? [
          {
            id: 'done',
            name: text(one.kind === 'callback' ? 'handover.set.called' : 'handover.set.done'),
            run: () => change({ status: 'done' }),
          },
          { id: 'withdrawn', name: text('handover.set.withdrawn'), run: () => change({ status: 'withdrawn' }) },
        ]
      : [{ id: 'waiting', name: text('handover.set.waiting'), run: () => change({ status: 'waiting' }) }]),
    ...(isOpen && one.kind === 'melding' && one.receiver.kind === 'signalen' && one.receiver.code && !one.external
      ? [{ id: 'report', name: text('handover.sendAgain'), run: () => report.mutate(one.id) }]
      : []),
    ...(isOpen && /^(department|participation|wijkmanager)$/.test(one.receiver.kind)
      ? [{ id: 'link', name: text('handover.newLink'), run: () => renew.mutate(one.id) }]
      : []),
  ]
  return (
    <li className={styles.row} data-handover={one.id}>
      <p className={styles.name}>
        {text(`handover.kind.${one.kind}`)} → {one.receiver.name}
      </p>
      <p className={styles.facts}>
        <DueMark one={one} />
        <span>{text(`handover.status.${one.status}`)}</span>
        {one.external && <span>{text(one.external.known ? 'handover.number' : 'handover.numberUnknown', { id: one.external.id })}</span>}
        {one.by && <span>{text('handover.from', { name: one.by })}</span>}
        {one.erased && <span>{text('handover.erased')}</span>}
        {withIssue && one.issue && (
          <Link to="/issues/$id" params={{ id: one.issue }}>
            {one.issueTitle ?? text('message.toIssue')}
          </Link>
        )}
      </p>
      {one.note && <p>{one.note}</p>}
      {said && (
        <p className={styles.said}>
          {said.by}: {said.text}
        </p>
      )}
      {patch.isError && (
        <p className={styles.refused} role="alert">
          {text('handover.conflict')}
        </p>
      )}
      {renew.data?.link && <HandoverLink made={{ ...renew.data, link: renew.data.link }} />}
      {may(session, 'handovers.work') && replay === null && (
        <div className={styles.menu}>
          <ActionsMenu label={text('handover.actions', { name: one.receiver.name })} actions={actions} look="quiet" small>
            <Ellipsis aria-hidden="true" />
          </ActionsMenu>
        </div>
      )}
    </li>
  )
}
