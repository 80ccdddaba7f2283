import { expect } from 'vitest'
import type { RunningServer } from '../running-server.ts'

/** A source of its own for a test, and the way to send through it. */
export type Inlet = { send(texts: readonly string[], changes?: Record<string, unknown>): Promise<void> }

export async function addInlet(server: RunningServer, name: string, channel: string): Promise<Inlet> {
  const added = await server.rumoer('source', 'add', '--name', name, '--kind', 'http', '--channel', channel)
  const { key } = JSON.parse(added) as { key: string }
  let sent = 0
  return {
    async send(texts, changes = {}) {
      const createdAt = new Date().toISOString()
      const messages = texts.map((text) => {
        sent += 1
        return { externalId: `${channel}-${sent}`, kind: 'melding', channel, createdAt, text, ...changes }
      })
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
      const answer = await fetch(`${server.url}/v1/messages`, { method: 'POST', headers, body: JSON.stringify(messages) })
      expect(await answer.json()).toMatchObject({ accepted: texts.length, rejected: [] })
    },
  }
}
