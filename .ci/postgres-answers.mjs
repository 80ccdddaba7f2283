// Prints the address of a PostgreSQL on this machine that lets `postgres` in without a password. Needs no install, so it speaks the start of the protocol itself.
import { connect } from 'node:net'

const PROTOCOL_3 = 196_608
const AUTHENTICATION = 'R'.charCodeAt(0)
const words = Buffer.from('user\0postgres\0database\0postgres\0\0')
const startup = Buffer.alloc(8 + words.length)
startup.writeInt32BE(startup.length, 0)
startup.writeInt32BE(PROTOCOL_3, 4)
words.copy(startup, 8)

const socket = connect({ host: '127.0.0.1', port: 5432, timeout: 3_000 })
socket.on('connect', () => socket.write(startup))
socket.on('data', (answer) => {
  const letIn = answer.length >= 9 && answer[0] === AUTHENTICATION && answer.readInt32BE(5) === 0
  if (letIn) console.log('postgres://postgres@127.0.0.1:5432/postgres')
  socket.destroy()
})
socket.on('timeout', () => socket.destroy())
socket.on('error', () => socket.destroy())
