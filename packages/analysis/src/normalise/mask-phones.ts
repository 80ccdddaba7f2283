const GAP = String.raw`[ .\-–‑/()_\u00A0]{0,3}`
const NOT_AFTER = String.raw`(?<![\p{L}\p{N}]|\d[.,:\-]|€ ?)`
const COUNTRY = String.raw`(?:\(?(?:\+|00)${GAP}31\)?${GAP}(?:\(?0\)?${GAP})?)`
const DUTCH = new RegExp(String.raw`${NOT_AFTER}(?:${COUNTRY}[1-9](?:${GAP}\d){8}|\(?0${GAP}[1-9](?:${GAP}\d){8})(?!\d|[.,]\d)`, 'gu')
const BARE_MOBILE = /(?<![\p{L}\p{N}]|[\d][.,:-])316(?:[ .-]?\d){8}(?!\d)/gu
const FOREIGN = /(?<![\p{L}\p{N}])(?:\+|00)(?!31)[1-9]\d{0,2}(?:[ .\-/()\u00A0]{0,3}\d){7,12}(?!\d)/gu
const CUED =
  /(?<=(?<!\p{L})(?:tel|telefoon|telefoonnummer|mobiel|bel|bellen|nummer|app|whatsapp|appen)(?: ?:| op| naar| me op| mij op| is)? )(?:6[ -]?(?:[ .-]?\d){8}|\d{3}[ -]\d{2}[ -]?\d{2}|\d{6,7})(?!\d|[.,]\d)(?! ?(?:euro|keer|x\b|minuten|uur))/giu
const DATE = /^\(?(?:0?[1-9]|[12]\d|3[01])[ ./-]+(?:0?[1-9]|1[0-2])[ ./-]+(?:19|20)\d\d(?!\d)/
const TIMES = /^\d\d\.\d\d ?[-–/] ?\d\d\.\d\d/
const SERVICE = /^0(?:800|90[0-9])/

/** Numbers of persons and homes. Service numbers (0800, 0900), dates and opening times are none. */
function isPhone(whole: string): boolean {
  return !DATE.test(whole) && !TIMES.test(whole) && !SERVICE.test(whole.replace(/\D/g, ''))
}

/** Dutch numbers in all usual writings, "+31 …", "0031 …", "31 6 …", and foreign numbers with a plus. */
export function maskPhones(text: string, found: () => void): string {
  if (!/\d/.test(text)) return text
  const replace = (whole: string) => {
    if (!isPhone(whole)) return whole
    found()
    const opened = whole.startsWith('(') && !whole.includes(')')
    return `${opened ? '(' : ''}[telefoon]`
  }
  return text.replace(DUTCH, replace).replace(BARE_MOBILE, replace).replace(FOREIGN, replace).replace(CUED, replace)
}
