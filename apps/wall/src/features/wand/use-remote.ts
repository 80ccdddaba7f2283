import { useEffect, useState } from 'react'

const NEXT = ['ArrowRight', 'ArrowDown']
const BEFORE = ['ArrowLeft', 'ArrowUp']
const BACK = ['Escape', 'GoBack', 'BrowserBack', 'Backspace']
const FORGOTTEN_MS = 120_000

/**
 * The wall under a remote: arrows move over cards and controls, Enter opens a card in the large place, back closes it; so do two minutes.
 * `isUsed` while somebody stands on a card or has one open: then nothing may turn away.
 */
export function useRemote(): { opened: string | null; isUsed: boolean; open(id: string | null): void } {
  const [opened, open] = useState<string | null>(null)
  const [isFocused, setFocused] = useState(false)
  useEffect(() => {
    const look = () => setFocused(document.activeElement?.matches('[data-remote]') ?? false)
    const leave = () => setFocused(false)
    document.addEventListener('focusin', look)
    document.addEventListener('focusout', leave)
    return () => {
      document.removeEventListener('focusin', look)
      document.removeEventListener('focusout', leave)
    }
  }, [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (BACK.includes(event.key)) {
        open(null)
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
        return
      }
      const step = NEXT.includes(event.key) ? 1 : BEFORE.includes(event.key) ? -1 : 0
      const isSlider = document.activeElement instanceof HTMLInputElement && /Left|Right/.test(event.key)
      if (step === 0 || isSlider || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      moveFocus(step)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => {
    if (opened === null) return
    const timer = setTimeout(() => open(null), FORGOTTEN_MS)
    return () => clearTimeout(timer)
  }, [opened])
  return { opened, isUsed: isFocused || opened !== null, open }
}

function moveFocus(step: 1 | -1): void {
  const places = [...document.querySelectorAll<HTMLElement>('[data-remote]')]
  const at = places.indexOf(document.activeElement as HTMLElement)
  const next = at === -1 ? (step === 1 ? 0 : places.length - 1) : (at + step + places.length) % places.length
  places[next]?.focus()
}
