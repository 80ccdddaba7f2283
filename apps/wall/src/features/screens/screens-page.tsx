import type { Collection, Screen } from '@rumoer/contracts'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNow } from '../../lib/clock.tsx'
import { momentText } from '../../lib/dates.ts'
import { request } from '../../lib/api.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { ActionsMenu } from '../../ui/actions-menu.tsx'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty, Failed, Loading } from '../../ui/panel-state.tsx'
import { LinkShown } from './link-shown.tsx'
import { ScreenSheet } from './screen-sheet.tsx'
import styles from './screens-page.module.css'

const screensQuery = queryOptions({
  queryKey: ['screens'],
  queryFn: ({ signal }) => request<Collection<Screen>>('/screens', { query: { limit: 500 }, signal }),
  refetchInterval: 30_000,
})

type Open = { what: 'sheet'; screen: Screen | null } | { what: 'link'; token: string }

/** The screens of the wall: made, set up and revoked. */
export function ScreensPage() {
  const text = useText()
  const client = useQueryClient()
  const { data, error, isPending, refetch } = useQuery(screensQuery)
  const [open, setOpen] = useState<Open | null>(null)
  const refresh = () => client.invalidateQueries({ queryKey: screensQuery.queryKey })
  const revoke = useMutation({
    mutationFn: ({ id }: Screen) => request(`/screens/${id}`, { method: 'DELETE' }),
    onSuccess: (_answer, { name }) => announce(text('screens.revoked', { name })),
    onSettled: refresh,
  })
  const saved = (token: string | null) => {
    void refresh()
    setOpen(token === null ? null : { what: 'link', token })
  }
  return (
    <>
      <PageHead title={text('screens.title')} lead={text('screens.lead')}>
        <Button look="primary" onPress={() => setOpen({ what: 'sheet', screen: null })}>
          {text('screens.add')}
        </Button>
      </PageHead>
      {isPending && <Loading lines={4} />}
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <Empty title={text('screens.empty.title')}>{text('screens.empty.body')}</Empty>}
      <ul className={styles.list}>
        {data?.items.map((screen) => (
          <ScreenRow
            key={screen.id}
            screen={screen}
            onChange={() => setOpen({ what: 'sheet', screen })}
            onRevoke={() => revoke.mutate(screen)}
          />
        ))}
      </ul>
      {open?.what === 'sheet' && <ScreenSheet screen={open.screen} onSaved={saved} onClose={() => setOpen(null)} />}
      {open?.what === 'link' && <LinkShown token={open.token} onClose={() => setOpen(null)} />}
    </>
  )
}

function ScreenRow({ screen, onChange, onRevoke }: { screen: Screen; onChange: () => void; onRevoke: () => void }) {
  const text = useText()
  const locale = useLocale()
  const now = useNow()
  const { inch, meter, theme, screens, position } = screen.settings
  const place = screens === 1 ? text('screens.place.one') : text('screens.place.of', { position, screens })
  const seen = screen.lastSeenAt
    ? text('screens.seen', { moment: momentText(screen.lastSeenAt, now, locale) })
    : text('screens.seen.never')
  return (
    <li className={styles.row}>
      <b>{screen.name}</b>
      <span>{place}</span>
      <span>{text('screens.sizes', { inch, meter })}</span>
      <span>{text(`screens.theme.${theme}`)}</span>
      <span className={styles.seen}>{seen}</span>
      <ActionsMenu
        label={text('screens.actions', { name: screen.name })}
        look="quiet"
        small
        actions={[
          { id: 'change', name: text('screens.change'), run: onChange },
          { id: 'revoke', name: text('screens.revoke'), run: onRevoke },
        ]}
      >
        ⋯
      </ActionsMenu>
    </li>
  )
}
