import type { NewSavedView, SavedView } from '@rumoer/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './api.ts'
import { viewsQuery } from './queries.ts'

/** Keeps and removes saved views; the list is read again after each. */
export function useViewChanges() {
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: viewsQuery.queryKey })
  const add = useMutation({ mutationFn: (view: NewSavedView) => request<SavedView>('/views', { method: 'POST', body: view }), onSettled })
  const remove = useMutation({ mutationFn: (id: string) => request(`/views/${id}`, { method: 'DELETE' }), onSettled })
  return { add, remove }
}
