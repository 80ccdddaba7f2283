import type { OpenIssue } from './open-issue.ts'

type Listed = { readonly sub: string; readonly lastAt: number }

/** The issues with two messages or more per sub category, by their latest message: what people speak of, wherever it is. */
export class SpokenIssues {
  readonly #lists = new Map<string, OpenIssue[]>()
  readonly #listed = new Map<OpenIssue, Listed>()

  /** Lists the issue under its present kind and latest message. */
  update(issue: OpenIssue): void {
    const { category, lastAt, messages } = issue
    const listed = this.#listed.get(issue)
    if (listed && listed.lastAt === lastAt && listed.sub === category.sub && messages > 1) return
    this.remove(issue)
    if (messages < 2 || category.sub === 'unknown') return
    const list = this.#lists.get(category.sub) ?? []
    this.#lists.set(category.sub, list)
    list.splice(this.#positionOf(list, lastAt, issue.serial), 0, issue)
    this.#listed.set(issue, { sub: category.sub, lastAt })
  }

  remove(issue: OpenIssue): void {
    const listed = this.#listed.get(issue)
    if (!listed) return
    const list = this.#lists.get(listed.sub)!
    list.splice(this.#positionOf(list, listed.lastAt, issue.serial), 1)
    if (list.length === 0) this.#lists.delete(listed.sub)
    this.#listed.delete(issue)
  }

  /** Calls back for the latest issues of a kind, at most `limit`. */
  forEachLatest(sub: string, limit: number, visit: (issue: OpenIssue) => void): void {
    const list = this.#lists.get(sub)
    if (!list) return
    for (let at = list.length - 1, last = Math.max(0, list.length - limit); at >= last; at--) visit(list[at]!)
  }

  #positionOf(list: readonly OpenIssue[], lastAt: number, serial: number): number {
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = list[middle]!
      const otherAt = this.#listed.get(other)!.lastAt
      if (otherAt < lastAt || (otherAt === lastAt && other.serial < serial)) low = middle + 1
      else high = middle
    }
    return low
  }
}
