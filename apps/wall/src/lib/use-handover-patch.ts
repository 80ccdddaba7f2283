import type { Collection, Handover, HandoverPatch, HandoverWithLink } from '@rumoer/contracts'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError, request } from './api.ts'

const LISTS = [null, 'handovers']

function show(client: QueryClient, one: Handover): void {
  client.setQueriesData<Collection<Handover>>(
    { queryKey: LISTS },
    (list) => list && { ...list, items: list.items.map((item) => (item.id === one.id ? one : item)) },
  )
}

/** What stands now, out of a 409. */
function currentOf(error: unknown): Handover | null {
  const body = error instanceof ApiError && error.status === 409 ? error.body : null
  return typeof body === 'object' && body !== null && 'current' in body ? (body.current as Handover) : null
}

/** Changes a hand-over at once on this screen; what somebody else changed first is shown instead. */
export function useHandoverPatch() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ one, body }: { one: Handover; body: HandoverPatch }) =>
      request<Handover>(`/handovers/${one.id}`, { method: 'PATCH', body }),
    onMutate: ({ one, body }) => show(client, { ...one, status: body.status ?? one.status }),
    onError: (error, { one }) => show(client, currentOf(error) ?? one),
    onSuccess: (answer) => {
      show(client, answer)
      void client.invalidateQueries({ queryKey: LISTS })
      void client.invalidateQueries({ queryKey: [null, 'timeline', answer.issue] })
    },
  })
}

/** Makes a new link, which ends the earlier one. */
export const useHandoverLink = () =>
  useMutation({ mutationFn: (id: string) => request<HandoverWithLink>(`/handovers/${id}/_link`, { method: 'POST', body: {} }) })

/** Sends a report that did not arrive once more. */
export function useHandoverReport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<Handover>(`/handovers/${id}/_report`, { method: 'POST', body: {} }),
    onSuccess: (answer) => {
      show(client, answer)
      void client.invalidateQueries({ queryKey: [null, 'timeline', answer.issue] })
    },
  })
}
