import type { Collection } from '@rumoer/contracts'
import { badField } from '../errors.ts'
import type { Services } from '../services.ts'
import type { ListQuery } from './scope.ts'

/** One page of a list that was read whole. */
export async function pageOfAll<Item>(
  services: Services,
  municipalityId: number,
  items: readonly Item[],
  { limit, cursor, total }: Pick<ListQuery, 'limit' | 'cursor' | 'total'>,
): Promise<Collection<Item>> {
  const from = cursor === undefined ? 0 : positionOf(cursor)
  const to = from + limit
  return {
    items: items.slice(from, to),
    next: to < items.length ? Buffer.from(`from:${to}`).toString('base64url') : null,
    seq: await services.store.events.seq(municipalityId),
    ...(total ? { total: items.length } : {}),
  }
}

function positionOf(cursor: string): number {
  const found = /^from:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString())
  if (!found) throw badField('cursor', cursor, 'expected the next of an earlier page')
  return Number(found[1])
}
