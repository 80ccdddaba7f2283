import { isSameMatter, type Matter } from '@rumoer/analysis/decide'
import { areaChain, LEVELS, type Level } from '@rumoer/contracts'

type OpenAlert = Matter & { at: number; issueId: string; level: Level }

/** The alerts of a town that are open, each for so long: what the walk asks before it rings. */
export function createOpenAlerts(openMs: number) {
  let alerts: OpenAlert[] = []
  const openAt = (now: number) => {
    alerts = alerts.filter(({ at }) => now - at <= openMs)
    return alerts
  }
  return {
    /** Whether this rings: not where an alert on the same issue or on the same matter is open, which it then joins. */
    ring(alert: OpenAlert): boolean {
      const open = openAt(alert.at)
      const same = open.find(({ issueId }) => issueId === alert.issueId) ?? open.findLast((one) => isSameMatter(one, alert))
      if (!same) alerts.push(alert)
      else if (LEVELS.indexOf(alert.level) > LEVELS.indexOf(same.level)) same.level = alert.level
      return !same
    },
    /** Whether an open alert is of this main category and lies in the area. */
    isTold(areaCode: string, category: string, now: number): boolean {
      const [main] = category.split('/')
      return openAt(now).some((one) => one.category.split('/')[0] === main && one.areaCodes.flatMap(areaChain).includes(areaCode))
    },
  }
}

export type OpenAlerts = ReturnType<typeof createOpenAlerts>
