import { useSearch } from '@tanstack/react-router'

/** Id of the replay that the address names, or null for the municipality itself. */
export function useReplayId(): number | null {
  return useSearch({ strict: false, select: (search) => search.replay ?? null })
}
