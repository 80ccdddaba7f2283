import type { SavedView } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useRouter } from '@tanstack/react-router'
import { Bookmark, Trash2 } from 'lucide-react'
import { type MouseEvent, useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { viewsQuery } from '../lib/queries.ts'
import { useText } from '../lib/text.ts'
import { useViewChanges } from '../lib/use-view-changes.ts'
import { announce } from './announcer.tsx'
import buttonStyles from './button.module.css'
import { Button } from './button.tsx'
import { ViewSheet } from './view-sheet.tsx'
import styles from './views-menu.module.css'

/** Saved views: those of the person, those that colleagues share, and a way to keep the present one. */
export function ViewsMenu() {
  const text = useText()
  const here = useAddress()
  const { data: views = [] } = useQuery(viewsQuery)
  const [isOpen, setOpen] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const present = views.find(({ address }) => address === here)
  const own = views.filter(({ mine }) => mine)
  const shared = views.filter(({ mine }) => !mine)
  return (
    <>
      <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
        <AriaButton className={`${buttonStyles.button} ${buttonStyles.plain}`}>
          <Bookmark aria-hidden="true" /> {present ? text('views.present', { name: present.name }) : text('views.title')}
        </AriaButton>
        <Popover className={styles.popover ?? ''} placement="bottom end" offset={6}>
          <Dialog className={styles.dialog ?? ''} aria-label={text('views.title')}>
            <ViewList title={text('views.own')} views={own} here={here} onChosen={() => setOpen(false)} />
            {shared.length > 0 && <ViewList title={text('views.shared')} views={shared} here={here} onChosen={() => setOpen(false)} />}
            <Button
              onPress={() => {
                setOpen(false)
                setSaving(true)
              }}
            >
              {text('views.save')}
            </Button>
          </Dialog>
        </Popover>
      </DialogTrigger>
      {isSaving && <ViewSheet address={here} onClose={() => setSaving(false)} />}
    </>
  )
}

/** Path and query of this page without the replay: a view is of the municipality itself. */
function useAddress(): string {
  const { pathname, searchStr } = useLocation()
  const search = new URLSearchParams(searchStr)
  search.delete('replay')
  const query = search.toString()
  return pathname + (query ? `?${query}` : '')
}

type ListProps = { title: string; views: readonly SavedView[]; here: string; onChosen: () => void }

function ViewList({ title, views, here, onChosen }: ListProps) {
  const text = useText()
  const router = useRouter()
  const { remove } = useViewChanges()
  const go = (event: MouseEvent, address: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    router.history.push(address)
    onChosen()
  }
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>{title}</h3>
      {views.length === 0 && <p className={styles.none}>{text('views.none')}</p>}
      <ul>
        {views.map((view) => (
          <li key={view.id} className={styles.view}>
            <a
              href={view.address}
              className={styles.link}
              aria-current={view.address === here ? 'page' : undefined}
              onClick={(event) => go(event, view.address)}
            >
              <span>{view.name}</span>
              {view.mine ? view.shared && <em>{text('views.isShared')}</em> : view.owner && <em>{view.owner}</em>}
            </a>
            {view.mine && (
              <AriaButton
                className={styles.remove ?? ''}
                aria-label={text('views.remove', { name: view.name })}
                onPress={() => remove.mutate(view.id, { onSuccess: () => announce(text('views.removed', { name: view.name })) })}
              >
                <Trash2 aria-hidden="true" />
              </AriaButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
