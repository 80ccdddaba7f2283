import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'

/** How the present time is read: the machine's clock, or the own clock of a replay. Answers milliseconds. */
type ReadClock = () => number
const ClockContext = createContext<ReadClock>(Date.now)

export function ClockProvider({ read, children }: { read: ReadClock; children: ReactNode }) {
  return <ClockContext value={read}>{children}</ClockContext>
}

/** The present time in milliseconds, renewed every `stepMs`. */
export function useNow(stepMs = 15_000): number {
  const read = useContext(ClockContext)
  const [now, setNow] = useState(read)
  useEffect(() => {
    setNow(read())
    const timer = setInterval(() => setNow(read()), stepMs)
    return () => clearInterval(timer)
  }, [read, stepMs])
  return now
}

export const useClock = (): ReadClock => useContext(ClockContext)
