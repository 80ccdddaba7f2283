import { createServer, type Socket } from 'node:net'

/** A mail in the peer's one folder. */
export type PeerMail = { uid: number; internalDate: string; source: string }

/** A mail server (IMAP4rev1, RFC 3501, with SASL-IR and XOAUTH2) on loopback, in clear text: what a connector that only reads can ask of one. */
export type ImapPeer = {
  port: number
  mails: PeerMail[]
  uidValidity: number
  password: string
  token: string
  /** Cuts the line while mails are being sent, once. */
  cutAfterFetches: number | null
  /** Commands as they came, without what authenticates. */
  asked: string[]
  close(): Promise<void>
}

const CAPABILITY = 'IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=XOAUTH2'

export async function openImapPeer(mails: PeerMail[]): Promise<ImapPeer> {
  const sockets = new Set<Socket>()
  const peer: ImapPeer = {
    port: 0,
    mails,
    uidValidity: 1,
    password: 'geheim',
    token: 'teken',
    cutAfterFetches: null,
    asked: [],
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => done())
      }),
  }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    serve(peer, socket)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('expected a port')
  peer.port = address.port
  return peer
}

function serve(peer: ImapPeer, socket: Socket): void {
  let buffer = ''
  let isIn = false
  /** A sign-in whose second line is awaited. */
  let awaited: { tag: string; mechanism: string } | null = null
  const say = (...lines: string[]): void => void socket.write(lines.map((line) => `${line}\r\n`).join(''))
  say(`* OK [CAPABILITY ${CAPABILITY}] ready`)
  socket.setEncoding('latin1')
  socket.on('data', (chunk: string) => {
    buffer += chunk
    for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
      const line = buffer.slice(0, end)
      buffer = buffer.slice(end + 2)
      answer(line)
    }
  })

  function answer(line: string): void {
    if (awaited) {
      signIn(awaited.tag, 'AUTHENTICATE', `${awaited.mechanism} ${line}`)
      return
    }
    const [, tag = '*', command = '', rest = ''] = /^(\S+) (\S+) ?(.*)$/.exec(line) ?? []
    const verb = command.toUpperCase()
    peer.asked.push(verb === 'LOGIN' || verb === 'AUTHENTICATE' ? verb : `${verb} ${rest}`.trim())
    const ok = (words = 'done') => say(`${tag} OK ${words}`)
    if (verb === 'AUTHENTICATE' && !rest.includes(' ')) {
      awaited = { tag, mechanism: rest }
      say('+ ')
    } else if (verb === 'LOGIN' || verb === 'AUTHENTICATE') signIn(tag, verb, rest)
    else if (verb === 'LOGOUT') {
      say('* BYE', `${tag} OK bye`)
      socket.end()
    } else if (verb === 'CAPABILITY') say(`* CAPABILITY ${CAPABILITY}`, `${tag} OK done`)
    else if (['NOOP', 'ID', 'ENABLE', 'NAMESPACE'].includes(verb)) ok()
    else if (!isIn) say(`${tag} NO not signed in`)
    else if (verb === 'LIST' || verb === 'LSUB') list(tag, rest)
    else if (verb === 'EXAMINE' || verb === 'SELECT') openFolder(tag, verb, rest)
    else if (verb === 'UID' && /^SEARCH/i.test(rest)) say(`* SEARCH ${search(peer.mails, rest).join(' ')}`.trim(), `${tag} OK done`)
    else if (verb === 'UID' && /^FETCH/i.test(rest)) {
      if (fetchMails(rest)) ok()
    } else say(`${tag} BAD unknown`)
  }

  /** A question for the empty name asks what stands between the parts of a name. */
  function list(tag: string, rest: string): void {
    if (rest.endsWith('""')) say('* LIST (\\Noselect) "/" ""')
    else if (/("INBOX"|INBOX|\*|%)"?$/i.test(rest)) say('* LIST (\\HasNoChildren) "/" INBOX')
    say(`${tag} OK done`)
  }

  function signIn(tag: string, verb: string, rest: string): void {
    awaited = null
    isIn = authenticates(peer, verb, rest)
    say(isIn ? `${tag} OK welcome` : `${tag} NO [AUTHENTICATIONFAILED] no`)
  }

  function openFolder(tag: string, verb: string, rest: string): void {
    if (!/INBOX/i.test(rest)) {
      say(`${tag} NO [NONEXISTENT] no such folder`)
      return
    }
    const next = Math.max(0, ...peer.mails.map(({ uid }) => uid)) + 1
    say('* FLAGS (\\Seen)', `* ${peer.mails.length} EXISTS`, '* 0 RECENT', `* OK [UIDVALIDITY ${peer.uidValidity}] valid`)
    say(`* OK [UIDNEXT ${next}] next`, `${tag} OK [${verb === 'EXAMINE' ? 'READ-ONLY' : 'READ-WRITE'}] open`)
  }

  function fetchMails(rest: string): boolean {
    const [, set = '', items = ''] = /^FETCH (\S+) (.*)$/i.exec(rest) ?? []
    const [, most] = /BODY\.PEEK\[\]<0\.(\d+)>/i.exec(items) ?? []
    for (const mail of peer.mails.filter(({ uid }) => inSet(set, uid, peer.mails))) {
      if (peer.cutAfterFetches !== null && peer.cutAfterFetches-- === 0) {
        peer.cutAfterFetches = null
        socket.destroy()
        return false
      }
      const bytes = Buffer.from(mail.source, 'latin1').subarray(0, Number(most ?? Number.MAX_SAFE_INTEGER))
      socket.write(
        `* ${peer.mails.indexOf(mail) + 1} FETCH (UID ${mail.uid} INTERNALDATE "${mail.internalDate}" BODY[]${most ? '<0>' : ''} {${bytes.length}}\r\n`,
      )
      socket.write(bytes)
      socket.write(')\r\n')
    }
    return true
  }
}

function authenticates({ password, token }: ImapPeer, verb: string, rest: string): boolean {
  const initial = Buffer.from(rest.split(' ')[1] ?? '', 'base64').toString()
  if (verb === 'LOGIN') return rest.endsWith(` "${password}"`) || rest.endsWith(` ${password}`)
  return /^XOAUTH2/i.test(rest) ? initial.includes(`auth=Bearer ${token}\u0001`) : initial.endsWith(`\u0000${password}`)
}

const inSet = (set: string, uid: number, mails: readonly PeerMail[]): boolean =>
  set.split(',').some((part) => {
    const highest = Math.max(0, ...mails.map((mail) => mail.uid))
    const [from = 0, to = from] = part.split(':').map((end) => (end === '*' ? highest : Number(end)))
    return uid >= Math.min(from, to) && uid <= Math.max(from, to)
  })

/** By number, and by whole days as IMAP's SINCE and BEFORE have it. */
function search(mails: readonly PeerMail[], rest: string): number[] {
  const set = /\bUID (\S+)/i.exec(rest.replace(/^SEARCH/i, ''))?.[1]
  const dayOf = (name: string) => new RegExp(`\\b${name} "?(\\d+-\\w+-\\d+)"?`, 'i').exec(rest)?.[1]
  const [since, before] = [dayOf('SINCE'), dayOf('BEFORE')].map((day) => (day ? Date.parse(`${day} UTC`) : null))
  return mails
    .filter(({ uid, internalDate }) => {
      const atMs = Date.parse(internalDate)
      return (!set || inSet(set, uid, mails)) && (since == null || atMs >= since) && (before == null || atMs < before)
    })
    .map(({ uid }) => uid)
}
