import type { Store } from '@rumoer/store'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = {
  registry: Registry
  intake: Counter<'outcome'>
  requests: Histogram<'method' | 'route' | 'status'>
}

/** How many messages of a municipality wait to be walked, and how long the oldest has waited. */
export async function lagOf(store: Store, municipalityId: number, now: Date): Promise<{ waiting: number; oldestMs: number }> {
  const waiting = await store.inbox.count(municipalityId)
  if (waiting === 0) return { waiting, oldestMs: 0 }
  const [oldest] = await store.inbox.waiting(municipalityId, 1)
  return { waiting, oldestMs: oldest ? Math.max(0, now.getTime() - Date.parse(oldest.message.receivedAt)) : 0 }
}

/** Counters of this process and, asked at each reading, how every municipality is doing. */
export function createMetrics(store: Store, now: () => Date, openSockets: () => number): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]

  function perMunicipality(name: string, help: string, measure: (municipalityId: number) => Promise<number>): void {
    new Gauge({
      name,
      help,
      labelNames: ['municipality'],
      registers,
      async collect() {
        for (const { id, code } of await store.municipalities.list()) this.set({ municipality: code }, await measure(id))
      },
    })
  }
  perMunicipality('rumoer_inbox_waiting', 'Messages that wait to be walked', (id) => store.inbox.count(id))
  perMunicipality(
    'rumoer_inbox_oldest_seconds',
    'How long the oldest waiting message has waited',
    async (id) => (await lagOf(store, id, now())).oldestMs / 1000,
  )
  perMunicipality('rumoer_stream_seq', 'Events committed to the stream', (id) => store.events.seq(id))
  new Gauge({
    name: 'rumoer_stream_sockets',
    help: 'Open stream sockets of this process',
    registers,
    collect() {
      this.set(openSockets())
    },
  })
  return {
    registry,
    intake: new Counter({ name: 'rumoer_messages_total', help: 'Messages sent in over HTTP', labelNames: ['outcome'], registers }),
    requests: new Histogram({
      name: 'rumoer_http_request_seconds',
      help: 'Time to answer',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
  }
}
