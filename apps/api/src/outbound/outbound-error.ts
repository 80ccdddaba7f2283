/** Why something outside could not be reached or used. `words` is for the person who looks after the source, and holds no address. */
export class OutboundError extends Error {
  override readonly name = 'OutboundError'
  readonly reason: OutboundReason
  readonly words: string
  /** Status of the answer, if there was one. */
  readonly status: number | null
  /** How long the other side asked us to stay away. */
  readonly retryAfterMs: number | null
  constructor(reason: OutboundReason, words: string, more: { status?: number; retryAfterMs?: number | null; cause?: unknown } = {}) {
    super(more.status === undefined ? reason : `${reason} ${more.status}`, more.cause === undefined ? {} : { cause: more.cause })
    this.reason = reason
    this.words = words
    this.status = more.status ?? null
    this.retryAfterMs = more.retryAfterMs ?? null
  }
}

export type OutboundReason =
  | 'address'
  | 'private-address'
  | 'unreachable'
  | 'timeout'
  | 'too-large'
  | 'redirect'
  | 'status'
  | 'encoding'
  | 'format'

/** The answer came, but is not what it should be. */
export const formatError = (words: string, cause?: unknown) => new OutboundError('format', words, cause === undefined ? {} : { cause })

const STATUS_WORDS: Readonly<Record<number, string>> = {
  400: 'De andere kant begrijpt onze vraag niet (400). Controleer de instellingen.',
  401: 'De sleutel of het wachtwoord wordt geweigerd (401). Vul een nieuwe in.',
  403: 'We mogen hier niet bij (403). Vraag de beheerder van deze bron om toegang.',
  404: 'Op dit adres is niets (404). Controleer het adres.',
  410: 'Dit adres bestaat niet meer (410). Zoek het nieuwe adres.',
  429: 'We vroegen te vaak (429). We wachten zo lang als de andere kant vraagt.',
}

export function statusError(status: number, retryAfterMs: number | null): OutboundError {
  const words =
    STATUS_WORDS[status] ??
    (status >= 500
      ? `De andere kant heeft een storing (${status}). We proberen het vanzelf opnieuw.`
      : `Het antwoord is anders dan verwacht (${status}).`)
  return new OutboundError('status', words, { status, retryAfterMs })
}

/** What a person reads of whatever was thrown while fetching. */
export const failureWords = (error: unknown): string =>
  error instanceof OutboundError ? error.words : 'Er ging hier iets mis bij het ophalen. We proberen het vanzelf opnieuw; zie het logboek.'

/** Anything thrown on the way, as an `OutboundError`. */
export function toOutboundError(error: unknown): OutboundError {
  for (let inner: unknown = error; inner instanceof Error; inner = inner.cause) {
    if (inner instanceof OutboundError) return inner
    const code = 'code' in inner ? String(inner.code) : ''
    if (inner.name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(code))
      return new OutboundError('timeout', 'De andere kant antwoordt niet of te langzaam.', { cause: error })
    if (/^(ENOTFOUND|EAI_)/.test(code))
      return new OutboundError('unreachable', 'Dit adres bestaat niet of is nu niet te vinden.', { cause: error })
    if (/CERT|TLS|SSL|ALTNAME|SELF_SIGNED/.test(code))
      return new OutboundError('unreachable', 'De beveiligde verbinding is niet in orde (certificaat).', { cause: error })
    if (/^Z_|ERR__?BROTLI|ERR_BROTLI/.test(code))
      return new OutboundError('encoding', 'Het antwoord is beschadigd en kan niet worden uitgepakt.', { cause: error })
  }
  return new OutboundError('unreachable', 'De verbinding lukt niet of brak af.', { cause: error })
}
