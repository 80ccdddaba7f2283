import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'

/** Who a process is: a pid alone comes back for another process one day. `startedAt` is null where the system does not tell. */
export type ProcessIdentity = { pid: number; host: string; startedAt: string | null }

export const ownIdentity = (): ProcessIdentity => ({ pid: process.pid, host: hostname(), startedAt: startOf(process.pid) })

/** Null when the process runs on another host, where it cannot be looked up. */
export function isAlive({ pid, host, startedAt }: ProcessIdentity): boolean | null {
  if (host !== hostname()) return null
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  const present = startOf(pid)
  return startedAt === null || present === null || present === startedAt
}

/** Field 22 of /proc/<pid>/stat: clock ticks since boot at which the process started. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}
