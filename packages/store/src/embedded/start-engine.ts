import { Worker } from 'node:worker_threads'
import { StoreError } from '../errors.ts'
import type { EngineNews, EngineOrder } from './engine-worker.ts'

export type Engine = { stop(): Promise<void> }

/** Starts the embedded database in a worker thread; resolves when its socket answers. The thread dies with the process, whatever kills it. */
export async function startEngine(order: EngineOrder): Promise<Engine> {
  const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), { workerData: order })
  await news(worker, 'ready', order.folder)
  worker.unref()
  return {
    async stop() {
      worker.ref()
      const stopped = news(worker, 'stopped', order.folder)
      worker.postMessage('stop')
      await stopped
      await worker.terminate()
    },
  }
}

function news(worker: Worker, expected: EngineNews['state'], folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) =>
      reject(new StoreError(`${folder}: ${reason}, expected the embedded database to be ${expected}`, { status: 503, retry: false }))
    worker.once('message', (told: EngineNews) => {
      if (told.state === expected) resolve()
      else fail(told.state === 'failed' ? told.error : told.state)
    })
    worker.once('error', (error) => fail(error instanceof Error ? error.message : String(error)))
    worker.once('exit', (code) => fail(`the thread ended with ${code}`))
  })
}
