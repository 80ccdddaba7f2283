import type { ImportMapping, ImportPreview } from '@rumoer/contracts'
import type { SourceRow } from '@rumoer/store'
import { mappedLayout, previewFile, shownValue } from '@rumoer/walk'
import { sealedFile } from '../../intake/imports/sealed-file.ts'
import { sampleOf } from '../../intake/sample-of.ts'
import type { Services } from '../../services.ts'

type Previewed = { id: string; fileName: string; sizeBytes: number; columns: readonly string[] }

/** The start of a file by the mapping that was chosen, by the one that was kept, by what its columns say themselves, or by a guess. */
export async function previewImport(
  services: Services,
  source: SourceRow,
  { id, fileName, sizeBytes, columns }: Previewed,
  chosen: ImportMapping | null,
): Promise<ImportPreview> {
  const { municipalityId } = source
  const file = sealedFile(services, { municipalityId, id }, { name: fileName, size: sizeBytes })
  const kept = chosen ? null : ((await services.store.imports.lastMapping(municipalityId, source.id, columns)) as ImportMapping | null)
  const look = (mapping: ImportMapping | null) => previewFile(services.accept, source, file, mapping && mappedLayout(mapping))
  let seen = await look(chosen ?? kept)
  let mapping: ImportPreview['mapping'] = chosen ?? kept ?? {}
  if (!chosen && !kept && seen.layout === null) {
    mapping = proposed(source, seen.guess)
    if (mapping.createdAt !== undefined) seen = { ...(await look(mapping as ImportMapping)), layout: null }
  }
  return {
    columns: seen.columns,
    layout: chosen || kept ? null : seen.layout,
    mapping,
    isMappingKept: kept !== null,
    rows: seen.rows.map(({ line, row, payload, problems }) => ({
      line,
      cells: seen.columns.map((name) => shownValue(row[name] ?? '')),
      message: payload && sampleOf(payload),
      problems,
    })),
    checked: seen.checked,
    refused: seen.refused,
    problems: seen.problems,
  }
}

/** Where no column says so, all rows are of the source's own channel, and of the kind that it usually brings. */
function proposed({ channel }: SourceRow, guess: Readonly<Record<string, string>>): ImportPreview['mapping'] {
  const kind = channel === 'telephone' || channel === 'desk' || channel === 'chat' ? 'contact' : channel === 'email' ? 'mail' : 'melding'
  return { kind: { value: kind }, channel: { value: channel }, ...guess }
}
