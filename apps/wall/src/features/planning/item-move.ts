import type { Collection, ContentItem, ContentStatus } from '@rumoer/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError, request } from '../../lib/api.ts'
import { contentItemsQuery } from '../../lib/queries.ts'
import { useText } from '../../lib/text.ts'
import { announce } from '../../ui/announcer.tsx'

export type Move = { item: ContentItem; status: ContentStatus; position: number }
const key = contentItemsQuery(null).queryKey

/** Puts an item in the list of every view. */
export const withItem = (list: Collection<ContentItem> | undefined, item: ContentItem): Collection<ContentItem> | undefined =>
  list && { ...list, items: [...list.items.filter((one) => one.id !== item.id), item] }

/** Moves an item at once on this screen; when somebody was earlier, their version is shown and said. */
export function useItemMove(): (move: Move) => void {
  const client = useQueryClient()
  const text = useText()
  const { mutate } = useMutation({
    mutationFn: ({ item, status, position }: Move) =>
      request<ContentItem>(`/content-items/${item.id}`, { method: 'PATCH', body: { version: item.version, status, position } }),
    onMutate: ({ item, status, position }) => client.setQueryData(key, (list) => withItem(list, { ...item, status, position })),
    onSuccess: (answer, { item, status }) => {
      client.setQueryData(key, (list) => withItem(list, answer))
      announce(text('planning.moved', { title: item.title, status: text(`content.${status}`) }))
    },
    onError: (error, { item }) => {
      client.setQueryData(key, (list) => withItem(list, item))
      void client.invalidateQueries({ queryKey: key })
      announce(
        text(error instanceof ApiError && error.status === 409 ? 'planning.moveConflict' : 'planning.moveFailed', { title: item.title }),
      )
    },
  })
  return mutate
}
