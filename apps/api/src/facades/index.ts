import { open311 } from './open311/open311.ts'
import { signals } from './signals/signals.ts'

/** Doors that speak another's standard; nobody signs in there. */
export const FACADES = [open311, signals] as const
