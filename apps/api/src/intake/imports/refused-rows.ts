import type { Store } from '@rumoer/store'
import type { RefusedRow, Vault } from '@rumoer/walk'
import { stringify } from 'csv-stringify/sync'

/** Rows kept of one file; those behind are counted only. */
export const MOST_REFUSED = 10_000
const PAGE = 500

const placeOf = (id: string, line: number) => `${id}:${line}`

export const sealRefused = (vault: Vault, id: string, refused: RefusedRow): { line: number; sealed: Buffer } => ({
  line: refused.line,
  sealed: vault.sealBytes(placeOf(id, refused.line), Buffer.from(JSON.stringify(refused))),
})

const csvLines = (rows: readonly (readonly (string | number)[])[], bom: boolean) =>
  stringify([...rows], { delimiter: ';', bom, record_delimiter: 'windows', escape_formulas: true })

/** The refused rows as CSV that Dutch Excel opens: line and reasons first, then the row as it stood, so that it can be mended and read in again. */
export async function* refusedCsv(
  { store, vault }: { store: Pick<Store, 'imports'>; vault: Vault },
  municipalityId: number,
  { id, columns }: { id: string; columns: readonly string[] },
): AsyncGenerator<string> {
  yield csvLines([['regel', 'wat klopt niet', ...columns]], true)
  for (let after = 0; ; ) {
    const page = await store.imports.refusals(municipalityId, id, after, PAGE)
    if (page.length === 0) return
    const rows = page.map(({ line, sealed }) => {
      const { problems, row } = JSON.parse(vault.openBytes(placeOf(id, line), sealed).toString('utf8')) as RefusedRow
      const reasons = problems.map(({ column, value, expected }) => `${column || 'rij'}: ${value || 'leeg'}; ${expected}`)
      return [line, reasons.join(' | '), ...columns.map((name) => row[name] ?? '')]
    })
    yield csvLines(rows, false)
    after = page.at(-1)!.line
  }
}
