import { convert } from 'html-to-text'

const MAX_HTML = 200_000

/** Words of a piece of HTML, without links, pictures and tables' lines; a paragraph stays a paragraph. `leaveOut` names elements by selector. */
export function plainText(html: string, leaveOut: readonly string[] = []): string {
  return convert(html.slice(0, MAX_HTML), {
    wordwrap: false,
    limits: { maxDepth: 60, maxChildNodes: 5_000 },
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'h1', options: { uppercase: false } },
      { selector: 'h2', options: { uppercase: false } },
      { selector: 'h3', options: { uppercase: false } },
      { selector: 'table', format: 'block' },
      ...leaveOut.map((selector) => ({ selector, format: 'skip' })),
    ],
  }).trim()
}
