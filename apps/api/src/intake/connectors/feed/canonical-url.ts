/** Names of query parameters that say who sent the reader, not what is read. */
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|wt_mc|at_(medium|campaign)|ns_\w+|cmpid|icid)$/i

/**
 * The address of an article without what differs between the places that link to it: scheme, fragment, tracking parameters, a slash at the end.
 * Null for what is no address on the web.
 */
export function canonicalUrl(link: string, base: string): string | null {
  const url = URL.parse(link.trim(), base)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  url.protocol = 'https:'
  url.hash = ''
  url.username = ''
  url.password = ''
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
  url.searchParams.sort()
  if (url.pathname.length > 1) url.pathname = url.pathname.replace(/\/+$/, '')
  return url.href
}
