import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type PeerHandler = (request: IncomingMessage & { text: string }, response: ServerResponse) => unknown

/** A real HTTP server on loopback that plays the other side. `handle` may be changed while it runs. */
export type Peer = {
  url: string
  handle: PeerHandler
  /** What was asked: method, path with query, headers. */
  asked: { method: string; path: string; headers: IncomingMessage['headers'] }[]
  close(): Promise<void>
}

export async function openPeer(handle: PeerHandler): Promise<Peer> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      peer.asked.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers })
      Promise.resolve(peer.handle(Object.assign(request, { text: Buffer.concat(chunks).toString('utf8') }), response)).catch(() =>
        response.destroy(),
      )
    })
  })
  const peer: Peer = {
    url: '',
    handle,
    asked: [],
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('expected a port')
  peer.url = `http://127.0.0.1:${address.port}`
  return peer
}
