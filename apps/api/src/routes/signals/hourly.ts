const FRESH_MS = 60 * 60_000

/** What takes a walk through much history, worked out at most once an hour of a municipality's clock. A failure is tried again. */
export function createHourly<Value>(
  load: (municipalityId: number, at: Date) => Promise<Value>,
): (municipalityId: number, at: Date) => Promise<Value> {
  const known = new Map<number, { value: Promise<Value>; atMs: number }>()
  return (municipalityId, at) => {
    const present = known.get(municipalityId)
    if (present && Math.abs(at.getTime() - present.atMs) < FRESH_MS) return present.value
    const value = load(municipalityId, at)
    known.set(municipalityId, { value, atMs: at.getTime() })
    value.catch(() => known.delete(municipalityId))
    return value
  }
}
