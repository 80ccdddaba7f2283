import type { Issue } from '@rumoer/contracts'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, type RefObject, useRef } from 'react'
import { changeSettings, useSettings } from '../../lib/settings.ts'

/** What can be done to the issue that has the focus; null for who may not. */
export type IssueSheetKind = 'mute' | 'assign' | 'note'
export type KeyActions = {
  take: ((issue: Issue) => void) | null
  sheet: ((issue: Issue, kind: IssueSheetKind) => void) | null
  help: () => void
}

/** Id of the field that `/` goes to. */
export const SEARCH_FIELD = 'zoek-issues'
/** How long `g` waits for the letter of a page. */
const GO_WITHIN_MS = 1_500
const PAGES = { w: '/wand', k: '/kaart', p: '/planning', r: '/rapporten' } as const

/** The keys of point 57, while the focus is in the list. Enter is the link's own. */
export function useListKeys(list: RefObject<HTMLElement | null>, issues: readonly Issue[], actions: KeyActions) {
  const { shortcuts, paused } = useSettings()
  const navigate = useNavigate()
  const goUntil = useRef(0)
  return (event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a[data-issue]') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLElement)
    if (at === -1 || event.ctrlKey || event.metaKey || event.altKey) return
    const isLetter = event.key.length === 1
    if (isLetter && !shortcuts) return
    const focused = issues.find((issue) => issue.id === links[at]?.dataset.issue)
    const focusAt = (index: number) => links[index]?.focus()
    const page = PAGES[event.key as keyof typeof PAGES]
    if (event.timeStamp < goUntil.current) {
      goUntil.current = 0
      if (!page) return
      event.preventDefault()
      return void navigate({ to: page })
    }
    const waitForPage = () => {
      goUntil.current = event.timeStamp + GO_WITHIN_MS
    }
    const keys = new Map<string, () => void>([
      ['j', () => focusAt(at + 1)],
      ['ArrowDown', () => focusAt(at + 1)],
      ['k', () => focusAt(at - 1)],
      ['ArrowUp', () => focusAt(at - 1)],
      ['ArrowRight', () => focusBeside(list.current, 1)],
      ['ArrowLeft', () => focusBeside(list.current, -1)],
      ['e', () => focused && actions.take?.(focused)],
      ['m', () => focused && actions.sheet?.(focused, 'mute')],
      ['a', () => focused && actions.sheet?.(focused, 'assign')],
      ['n', () => focused && actions.sheet?.(focused, 'note')],
      ['p', () => focused && void navigate({ to: '/planning', search: { van: focused.id } })],
      ['g', waitForPage],
      ['/', () => document.getElementById(SEARCH_FIELD)?.focus()],
      [' ', () => changeSettings({ paused: !paused })],
      ['?', actions.help],
      ['Escape', () => links[at]?.blur()],
    ])
    const run = keys.get(event.key)
    if (!run) return
    event.preventDefault()
    run()
  }
}

/** The first issue of the list beside this one. */
function focusBeside(list: HTMLElement | null, step: 1 | -1): void {
  const lists = [...document.querySelectorAll<HTMLElement>('[data-issue-list]')]
  const beside = list === null ? undefined : lists[lists.indexOf(list) + step]
  beside?.querySelector<HTMLElement>('a[data-issue]')?.focus()
}
