import type { Collection, MessageOut } from '@rumoer/contracts'
import { useQueries } from '@tanstack/react-query'
import { request } from '../../lib/api.ts'
import type { MessageFilter } from '../../lib/message-filter.ts'
import type { ReplayId } from '../../lib/queries.ts'

/** Exact number of messages for each filter; null until the server has counted. */
export function useMessageCounts(replay: ReplayId, filters: readonly MessageFilter[]): (number | null)[] {
  return useQueries({
    queries: filters.map((filter) => ({
      queryKey: [replay, 'message-count', filter],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        request<Collection<MessageOut>>('/messages', {
          query: { ...filter, ...(replay === null ? {} : { replay }), limit: 1, total: true },
          signal,
        }),
      staleTime: 30_000,
      select: (page: Collection<MessageOut>) => page.total ?? null,
    })),
    combine: (results) => results.map((result) => result.data ?? null),
  })
}
