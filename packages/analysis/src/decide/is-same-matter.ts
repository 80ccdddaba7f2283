import { areaChain } from '@rumoer/contracts'

/** What an alert or an issue is about: `main/sub`, and the areas it is in (none: somewhere in the municipality). */
export type Matter = { category: string; areaCodes: readonly string[] }

/**
 * Whether two findings are about one thing as far as people can tell who are alerted to it: the same sub category, in areas of which one holds the
 * other. What has no area may lie anywhere, and so meets every area. What could not be read is the same as nothing.
 *
 * @example isSameMatter({ category: 'afval/grofvuil', areaCodes: ['BU99010101'] }, { category: 'afval/grofvuil', areaCodes: ['WK990101'] }) // true
 */
export function isSameMatter(one: Matter, other: Matter): boolean {
  if (one.category !== other.category || UNREAD.test(one.category)) return false
  return one.areaCodes.length === 0 || other.areaCodes.length === 0 || areasMeet(one.areaCodes, other.areaCodes)
}

/** Too wide to say that two things are one: nothing was read, or only that it is something else. */
const UNREAD = /^$|(^|\/)(unknown|overig)(\/|$)/

const areasMeet = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((code) => others.some((other) => areaChain(code).includes(other) || areaChain(other).includes(code)))
