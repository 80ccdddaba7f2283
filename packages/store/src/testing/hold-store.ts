import { openStore } from '../open-store.ts'

// Run as a process of its own: holds the store of the folder that it is given until it is killed.
const store = await openStore({ dataDir: process.argv[2]!, role: 'server' })
await store.municipalities.add({ code: 'GM9901', name: 'Lindehaven', now: new Date('2026-11-24T09:00:00Z') })
process.send?.({ mode: store.mode })
setInterval(() => undefined, 60_000)
