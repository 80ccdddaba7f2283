import type { Collection, ContentItem } from '@rumoer/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, request } from '../../lib/api.ts'
import { contentItemsQuery } from '../../lib/queries.ts'
import { useText } from '../../lib/text.ts'
import { announce } from '../../ui/announcer.tsx'
import { bodyOf, type ItemDraft } from './item-draft.ts'
import { withItem } from './item-move.ts'

/** The item that somebody else saved in the meantime, out of a 409. */
function currentOf(error: unknown): ContentItem | null {
  if (!(error instanceof ApiError) || error.status !== 409) return null
  const body = error.body
  return typeof body === 'object' && body !== null && 'current' in body ? (body.current as ContentItem) : null
}

/** Saves a form; a stale version gives the present item as `conflict` and loses nothing. */
export function useItemSave(item: ContentItem | null, onDone: () => void) {
  const client = useQueryClient()
  const text = useText()
  const [conflict, setConflict] = useState<ContentItem | null>(null)
  const [seen, setSeen] = useState(item?.version)
  const key = contentItemsQuery(null).queryKey
  const save = useMutation({
    mutationFn: ({ draft, version }: { draft: ItemDraft; version: number | undefined }) =>
      item
        ? request<ContentItem>(`/content-items/${item.id}`, { method: 'PATCH', body: { ...bodyOf(draft), version } })
        : request<ContentItem>('/content-items', { method: 'POST', body: bodyOf(draft) }),
    onSuccess: (answer) => {
      client.setQueryData(key, (list) => withItem(list, answer))
      announce(text('planning.saved', { title: answer.title }))
      onDone()
    },
    onError: (error) => setConflict(currentOf(error)),
  })
  const remove = useMutation({
    mutationFn: (id: string) => request(`/content-items/${id}`, { method: 'DELETE' }),
    onSuccess: (_answer, id) => {
      client.setQueryData<Collection<ContentItem>>(key, (list) => list && { ...list, items: list.items.filter((one) => one.id !== id) })
      announce(text('planning.removed'))
      onDone()
    },
  })
  return {
    conflict,
    isBusy: save.isPending || remove.isPending,
    hasFailed: (save.isError && !conflict) || remove.isError,
    submit: (draft: ItemDraft, version = seen) => save.mutate({ draft, version }),
    acceptTheirs: () => {
      setSeen(conflict?.version)
      setConflict(null)
      save.reset()
    },
    remove: () => item && remove.mutate(item.id),
  }
}
