/** What waits for its moment. Things of one moment leave in the order in which they came. */
export type Queue<T> = {
  add(at: number, item: T): void
  /** Moment of the next item; infinity when empty. */
  nextAt(): number
  take(): T | undefined
}

type Entry<T> = { readonly at: number; readonly order: number; readonly item: T }
const isBefore = (a: Entry<unknown>, b: Entry<unknown>) => a.at < b.at || (a.at === b.at && a.order < b.order)

/** A binary heap: adding and taking cost the logarithm of what waits. */
export function createQueue<T>(): Queue<T> {
  const heap: Entry<T>[] = []
  let order = 0
  const rise = (entry: Entry<T>) => {
    let at = heap.length
    heap.push(entry)
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!isBefore(entry, heap[parent]!)) break
      heap[at] = heap[parent]!
      at = parent
    }
    heap[at] = entry
  }
  const sink = (entry: Entry<T>) => {
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++
      if (!isBefore(heap[child]!, entry)) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = entry
  }
  return {
    add: (at, item) => rise({ at, order: order++, item }),
    nextAt: () => heap[0]?.at ?? Number.POSITIVE_INFINITY,
    take: () => {
      const first = heap[0]
      const last = heap.pop()
      if (heap.length > 0 && last) sink(last)
      return first?.item
    },
  }
}
