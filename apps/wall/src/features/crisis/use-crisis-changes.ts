import type { BriefingLink, Crisis, NewCrisis } from '@rumoer/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '../../lib/api.ts'
import { crisisQuery } from '../../lib/queries.ts'

/** What people do to a crisis; each is followed by reading its state again. */
export function useCrisisChanges() {
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: crisisQuery.queryKey })
  const start = useMutation({
    mutationFn: (body: NewCrisis) => request<Crisis>('/crisis', { method: 'POST', body }),
    onSettled,
  })
  const freeze = useMutation({ mutationFn: () => request<Crisis>('/crisis', { method: 'PATCH', body: { freeze: true } }), onSettled })
  const end = useMutation({ mutationFn: () => request('/crisis', { method: 'DELETE' }), onSettled })
  const release = useMutation({
    mutationFn: (id: string) => request(`/crisis/held/${id}/_release`, { method: 'POST', body: {} }),
    onSettled,
  })
  const share = useMutation({
    mutationFn: (hours: number) => request<BriefingLink>('/crisis/briefing/_share', { method: 'POST', body: { hours } }),
    onSettled,
  })
  const unshare = useMutation({ mutationFn: () => request('/crisis/briefing/_share', { method: 'DELETE' }), onSettled })
  return { start, freeze, end, release, share, unshare }
}
