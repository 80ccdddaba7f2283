export { cleanText } from './clean-text.ts'
export { fingerprint } from './fingerprint.ts'
export { type Masked, type MaskedKind, maskPersonalData } from './mask-personal-data.ts'
