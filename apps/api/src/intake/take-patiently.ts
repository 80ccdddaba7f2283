import { setTimeout as delay } from 'node:timers/promises'
import { InboxFullError } from '@rumoer/walk'

/** Takes in; while the inbox is full it waits, until `signal` says stop. */
export async function takePatiently<Result>(take: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  for (;;) {
    signal.throwIfAborted()
    try {
      return await take()
    } catch (error) {
      if (!(error instanceof InboxFullError)) throw error
      await delay(error.retryAfterSeconds * 1000, undefined, { signal })
    }
  }
}
