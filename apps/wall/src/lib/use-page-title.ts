import { useEffect } from 'react'

/** Names the page in the browser's title, the particular first. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Rumoer`
  }, [title])
}
