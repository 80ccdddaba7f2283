import type { HouseStyle } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from './queries.ts'
import { viewerQuery } from './screen.ts'

/** The house style of whose screen this is; null while it is the product's own, or not known yet. Asks for nothing itself. */
export function useHouseStyle(): HouseStyle | null {
  const { data: session } = useQuery({ ...sessionQuery, enabled: false })
  const { data: viewer } = useQuery({ ...viewerQuery, enabled: false })
  return (viewer?.municipality ?? session?.municipality)?.style ?? null
}
