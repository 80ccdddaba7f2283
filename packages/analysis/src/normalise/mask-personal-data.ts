import { maskAccounts } from './mask-accounts.ts'
import { maskBsn } from './mask-bsn.ts'
import { maskEmail } from './mask-email.ts'
import { maskIban } from './mask-iban.ts'
import { maskNames } from './mask-names.ts'
import { maskPhones } from './mask-phones.ts'
import { maskPlates } from './mask-plates.ts'

export type MaskedKind = 'bsn' | 'email' | 'phone' | 'iban' | 'plate' | 'name' | 'account'
export type Masked = { text: string; masked: readonly { kind: MaskedKind; count: number }[] }

/** In this order: what is longer or surer goes first, so that a phone number is not read as a BSN with a digit to spare. */
const STEPS: readonly (readonly [MaskedKind, (text: string, found: () => void) => string])[] = [
  ['email', maskEmail],
  ['account', maskAccounts],
  ['iban', maskIban],
  ['phone', maskPhones],
  ['bsn', maskBsn],
  ['plate', maskPlates],
  ['name', maskNames],
]

/**
 * Replaces personal data by `[e-mail] [account] [iban] [telefoon] [bsn] [kenteken] [naam]` and counts what was found per kind.
 * BSN (eight or nine digits, eleven-test), e-mail, Dutch and foreign phone numbers, IBAN (mod 97), Dutch licence plates (all sidecodes),
 * @handles, profile links, and names of persons with a strong cue ("mijn naam is", "mevrouw", a signature). Street names stay.
 * Empty text gives empty text; masking twice changes nothing. Linear in the length of the text.
 * Source: eleven-test of the BSN (Logisch Ontwerp BSN), ISO 13616 (IBAN), RDW sidecodes, E.164 and the Dutch numbering plan.
 * @example maskPersonalData('Bel 06-12345678').text // 'Bel [telefoon]'
 */
export function maskPersonalData(text: string): Masked {
  const masked: { kind: MaskedKind; count: number }[] = []
  let rest = text
  for (const [kind, mask] of STEPS) {
    let count = 0
    rest = mask(rest, () => {
      count += 1
    })
    if (count > 0) masked.push({ kind, count })
  }
  return { text: rest, masked }
}
