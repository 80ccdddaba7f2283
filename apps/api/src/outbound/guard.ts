import { lookup as resolve } from 'node:dns'
import { lookup as resolveAll } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { OutboundError } from './outbound-error.ts'

/** Whether an address lies on the public internet: not private, loopback, link-local, carrier-grade, reserved, multicast, or a tunnel to one of these. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  return ipaddr.isValid(bare) && ipaddr.process(bare).range() === 'unicast'
}

const refused = () =>
  new OutboundError(
    'private-address',
    'Dit adres ligt in een besloten netwerk. Daar haalt Rumoer niets op, tenzij de beheerder dat toestaat.',
  )

/** Keeps requests that administrators set up away from the inside of the network. `allowPrivate` turns it off. */
export type Guard = {
  /** Checks the address as written; throws an `OutboundError`. */
  check(url: URL): void
  /** Also resolves the name where that can be done: for requests that go by a proxy, which resolves for itself. */
  checkResolved(url: URL): Promise<void>
  /** `lookup` of a socket: the name is resolved, checked and connected to in one step, so that it cannot change in between. */
  lookup: LookupFunction
}

export function createGuard(allowPrivate: boolean): Guard {
  const check = (url: URL) => {
    if (url.protocol !== 'http:' && url.protocol !== 'https:' && url.protocol !== 'ws:' && url.protocol !== 'wss:')
      throw new OutboundError('address', 'Het adres moet met https:// of http:// beginnen.')
    if (url.username !== '' || url.password !== '')
      throw new OutboundError('address', 'Zet geen naam of wachtwoord in het adres; daar zijn eigen velden voor.')
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (!allowPrivate && (isIP(host) !== 0 ? !isPublicAddress(host) : /(^|\.)localhost\.?$/i.test(host))) throw refused()
  }
  return {
    check,
    async checkResolved(url) {
      check(url)
      if (allowPrivate || isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) return
      const found = await resolveAll(url.hostname, { all: true }).catch(() => [])
      if (found.some(({ address }) => !isPublicAddress(address))) throw refused()
    },
    lookup(hostname, options, callback) {
      resolve(hostname, { ...options, all: true }, (error, found) => {
        if (error) return callback(error, '', 0)
        if (!allowPrivate && found.some(({ address }) => !isPublicAddress(address))) return callback(refused(), '', 0)
        if (options.all) return callback(null, found)
        const [first] = found
        callback(null, first!.address, first!.family)
      })
    },
  }
}
