/** Part of the messages that may lie before the history begins. */
const STRAY_SHARE = 0.02

/**
 * When a history of counts really begins: the first step by which a fiftieth of all messages had been told, in the unit of `at`.
 *
 * A few old messages that lie months before the rest (meldingen that were still open when a source was joined) do not make the time in between a
 * history in which nothing happened. Rows in order of time; null without messages.
 *
 * @example historyStart([{ at: 1, messages: 1 }, { at: 900, messages: 60 }, { at: 901, messages: 60 }]) // 900
 */
export function historyStart(rows: readonly { at: number; messages: number }[]): number | null {
  const least = STRAY_SHARE * rows.reduce((sum, { messages }) => sum + messages, 0)
  let told = 0
  for (const { at, messages } of rows) {
    told += messages
    if (messages > 0 && told >= least) return at
  }
  return null
}
