/** A line from which on everything was written by somebody else, or earlier: Gmail, Apple Mail and Outlook, in Dutch and English. */
const QUOTE_STARTS: readonly RegExp[] = [
  /^Op .{4,120}(schreef|heeft) .{1,200}(geschreven)?:$/,
  /^Op .{4,160}het volgende geschreven:$/,
  /^On .{4,200}wrote:$/,
  /^.{1,120} schreef op .{4,60}:$/,
  /^-{2,}\s*(Oorspronkelijk bericht|Original Message|Oorspronkelijke e-mail)\s*-{2,}$/i,
]
/** A forwarded message: when nothing stands above it, it is what the mail is about. */
const FORWARD_START = /^(-{2,}\s*(Doorgestuurd bericht|Forwarded message)\s*-{2,}|Begin doorgestuurd bericht:|Begin forwarded message:)$/i
/** The head of an earlier mail as Outlook writes it: at least sender and one more of these, on lines that follow each other. */
const HEAD_SENDER = /^\*?(Van|From)\s?:\*?\s.+/i
const HEAD_LINE = /^\*?(Van|From|Verzonden|Sent|Datum|Date|Aan|To|CC|Onderwerp|Subject|Antwoord aan|Reply-To)\s?:\*?/i
const RULE = /^_{10,}$/

/** A greeting at the end: it and what follows says who writes, not what. */
const CLOSING =
  /^(met )?((vriendelijke|hartelijke|beste|warme|kind) )?(groet|groeten|groetjes|regards)\b.{0,40}$|^(mvg|m\.v\.g\.|hoogachtend|met dank|alvast bedankt|bij voorbaat dank|best regards|kind regards|sincerely)\b.{0,40}$/i
const DEVICE =
  /^(verstuurd|verzonden|gestuurd|sent) (vanaf|vanuit|met|from|via) .{2,60}$|^(outlook voor (ios|android) downloaden|download outlook voor .{2,20}|get outlook for .{2,20}).{0,60}$/i
const DISCLAIMER =
  /^(disclaimer\b|de informatie (in|verzonden met|verstuurd met) (dit|deze) (e-?mail|bericht)|dit (e-?mail)?bericht (is|kan) .{0,60}(vertrouwelijk|bestemd)|the information (contained )?in this (e-?mail|message))/i
/** A closing with more than this behind it stands in the middle of a story. */
const MOST_SIGNATURE_LINES = 14

/**
 * What somebody wrote in this mail: without the earlier mails beneath it, without signature, device line and disclaimer. A forwarded mail with nothing
 * above it is what it is about, without its head.
 *
 * @param body plain text
 * @example cutMail('De lamp is stuk.\n\nMet vriendelijke groet,\nJan') // 'De lamp is stuk.'
 */
export function cutMail(body: string): string {
  const lines = body
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.trimEnd())
  const quoteAt = lines.findIndex((_, at) => startsQuote(lines, at))
  const own = withoutSignature(withoutMarks(quoteAt < 0 ? lines : lines.slice(0, quoteAt)))
  if (own !== '' || quoteAt < 0) return own
  const rest = lines.slice(quoteAt).filter((line) => !FORWARD_START.test(line.trim()))
  const textAt = rest.findIndex((line) => line.trim() !== '' && !HEAD_LINE.test(line.trim()) && !RULE.test(line.trim()))
  return textAt < 0 ? '' : cutMail(rest.slice(textAt).join('\n').replaceAll(/^> ?/gm, ''))
}

function startsQuote(lines: readonly string[], at: number): boolean {
  const line = lines[at]!.trim()
  // Gmail breaks its sentence over two lines when it is long.
  const joined = `${line} ${lines[at + 1]?.trim() ?? ''}`.trim()
  if (FORWARD_START.test(line) || QUOTE_STARTS.some((start) => start.test(line))) return true
  if (/^(Op|On) /.test(line) && QUOTE_STARTS.some((start) => start.test(joined))) return true
  const headAt = RULE.test(line) ? lines.findIndex((other, later) => later > at && other.trim() !== '') : at
  const head = lines[headAt]?.trim() ?? ''
  return HEAD_SENDER.test(head) && lines.slice(headAt + 1, headAt + 4).filter((other) => HEAD_LINE.test(other.trim())).length > 0
}

const withoutMarks = (lines: readonly string[]) => lines.filter((line) => !/^\s*>/.test(line))

function withoutSignature(lines: readonly string[]): string {
  const end = lines.findIndex((line, at) => {
    const trimmed = line.trim()
    if (line === '--' || DEVICE.test(trimmed) || DISCLAIMER.test(trimmed)) return true
    return CLOSING.test(trimmed) && lines.slice(at + 1).filter((later) => later.trim() !== '').length <= MOST_SIGNATURE_LINES
  })
  return (end < 0 ? lines : lines.slice(0, end))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
