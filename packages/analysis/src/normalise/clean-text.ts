const NAMED = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    euro: '€',
    hellip: '…',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    bull: '•',
    middot: '·',
    deg: '°',
    copy: '©',
    reg: '®',
    shy: '',
    eacute: 'é',
    egrave: 'è',
    euml: 'ë',
    ecirc: 'ê',
    iuml: 'ï',
    iacute: 'í',
    ouml: 'ö',
    oacute: 'ó',
    ograve: 'ò',
    uuml: 'ü',
    uacute: 'ú',
    aacute: 'á',
    agrave: 'à',
    auml: 'ä',
    acirc: 'â',
    ccedil: 'ç',
    ntilde: 'ñ',
    ocirc: 'ô',
    ucirc: 'û',
    Eacute: 'É',
    Euml: 'Ë',
    Iuml: 'Ï',
    Ouml: 'Ö',
    Uuml: 'Ü',
  }),
)
const ENTITY = /&(?:amp;){0,20}(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});/g
const TAG = /<(?:[a-zA-Z/!][^<>]{0,1000})>/g
const HIDDEN_BLOCKS = ['script', 'style'] as const
/** Controls but tab and line ends; soft hyphen, zero-width and direction marks. The joiner inside emoji stays. */
const CONTROL = /(?![\t\n\r])\p{Cc}|[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu
const MAX_ROUNDS = 8

function decoded(whole: string, body: string): string {
  if (!body.startsWith('#')) return NAMED.get(body) ?? whole
  const hex = body[1] === 'x' || body[1] === 'X'
  const code = Number.parseInt(body.slice(hex ? 2 : 1), hex ? 16 : 10)
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '' : String.fromCodePoint(code)
}

/** Cuts `<script>…</script>` and `<style>…</style>` whole; an unclosed one loses only its tag. */
function withoutHiddenBlocks(text: string): string {
  let rest = text
  for (const name of HIDDEN_BLOCKS) {
    const lower = rest.toLowerCase()
    if (lower.length !== rest.length || !lower.includes(`<${name}`)) continue
    const kept: string[] = []
    let from = 0
    for (;;) {
      const open = lower.indexOf(`<${name}`, from)
      const close = open < 0 ? -1 : lower.indexOf(`</${name}`, open)
      if (close < 0) break
      kept.push(rest.slice(from, open), ' ')
      from = close
    }
    rest = kept.join('') + rest.slice(from)
  }
  return rest
}

function oneRound(text: string): string {
  let clean = text.replace(CONTROL, '')
  if (clean.includes('<')) clean = withoutHiddenBlocks(clean).replace(TAG, ' ')
  if (clean.includes('&')) clean = clean.replace(ENTITY, decoded)
  return clean
}

/**
 * Text as it may be stored and read: Unicode NFC, no lone surrogates, no HTML tags, entities decoded, control and invisible characters off,
 * runs of blanks one space, runs of line ends one line end, no blanks at either end. Cleaning twice changes nothing.
 * Empty text gives ''. Linear in the length of the text. Source: Unicode UAX #15 (NFC); HTML entities by hand.
 * @example cleanText(' Caf\u0065\u0301 &amp; <b>terras</b> ') // 'Café & terras'
 */
export function cleanText(text: string): string {
  let clean = text.toWellFormed()
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = oneRound(clean)
    if (next === clean) break
    clean = next
  }
  return clean
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
}
