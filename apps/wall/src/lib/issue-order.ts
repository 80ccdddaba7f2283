import type { Collection, Issue, Level } from '@rumoer/contracts'
import { LEVELS } from '@rumoer/contracts'

/** All issues of all pages, hottest first; equal heat by the latest message. */
export const byHeatOf = (pages: readonly Collection<Issue>[]): Issue[] =>
  pages.flatMap((page) => page.items).sort((a, b) => b.heat - a.heat || b.lastAt.localeCompare(a.lastAt) || a.id.localeCompare(b.id))

/** Muted means: not now. `escalates` ends when the server wakes the issue. */
export const isMuted = (issue: Issue, now: number): boolean =>
  issue.mutedUntil !== null && (issue.mutedUntil === 'escalates' || Date.parse(issue.mutedUntil) > now)

/** Whether somebody still has to look at it: neither finished nor muted. */
export const isAtWork = (issue: Issue, now: number): boolean =>
  issue.status !== 'resolved' && issue.status !== 'dismissed' && !isMuted(issue, now)

export const isAtLeast = (level: Level, least: Level): boolean => LEVELS.indexOf(level) >= LEVELS.indexOf(least)
