import type { Collection, FileImport, ImportMapping, ImportPreview } from '@rumoer/contracts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from '../../lib/api.ts'

const LOOK_EVERY_MS = 1_000

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  staleTime: 0,
  queryFn: async ({ signal }) => (await request<Collection<FileImport>>('/imports', { signal })).items,
  refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === 'running') ? LOOK_EVERY_MS : false),
})

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => request<FileImport>(`/imports/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? LOOK_EVERY_MS : false),
  })

/** `mapping` null: what was kept for these columns, or a guess. */
export const previewQuery = (id: string, mapping: ImportMapping | null) =>
  queryOptions({
    queryKey: ['import', id, 'preview', mapping],
    queryFn: ({ signal }) => request<ImportPreview>(`/imports/${id}/_preview`, { method: 'POST', body: { mapping }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  })
