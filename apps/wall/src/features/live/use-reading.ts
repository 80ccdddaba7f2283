import { type FocusEvent, type RefObject, useEffect, useState } from 'react'

const SCROLLED_PX = 160
const SCROLLED_IN_COLUMN_PX = 40

/** Somebody reads when the focus is in the list, or the page or the list itself is scrolled down. */
export function useReading(list: RefObject<HTMLElement | null>) {
  const [hasFocus, setFocus] = useState(false)
  const [isScrolled, setScrolled] = useState(false)
  useEffect(() => {
    const element = list.current
    const look = () => setScrolled(window.scrollY > SCROLLED_PX || (element?.scrollTop ?? 0) > SCROLLED_IN_COLUMN_PX)
    window.addEventListener('scroll', look, { passive: true })
    element?.addEventListener('scroll', look, { passive: true })
    return () => {
      window.removeEventListener('scroll', look)
      element?.removeEventListener('scroll', look)
    }
  }, [list])
  const handlers = {
    onFocus: () => setFocus(true),
    onBlur: (event: FocusEvent<HTMLElement>) => setFocus(event.currentTarget.contains(event.relatedTarget)),
  }
  return { isReading: hasFocus || isScrolled, handlers }
}
