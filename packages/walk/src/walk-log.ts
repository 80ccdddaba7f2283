/** Stable event names with fields; never a resident's text or handle. */
export type WalkLog = {
  info(event: string, fields: Record<string, unknown>): void
  warn(event: string, fields: Record<string, unknown>): void
  error(event: string, fields: Record<string, unknown>): void
}

export const SILENT_LOG: WalkLog = { info: () => {}, warn: () => {}, error: () => {} }
