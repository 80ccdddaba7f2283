import type { ImportPreview } from '@rumoer/contracts'
import { momentText } from '../../lib/dates.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { TwinTable } from '../../ui/twin-table.tsx'
import { useChannelName } from '../../ui/use-channel-name.ts'
import styles from './imports.module.css'
import { useProblemText } from './problem-text.ts'

/** The first ten rows as they would be kept, those that stay behind with the reason, and beneath them what the file itself says. */
export function PreviewTable({ preview }: { preview: ImportPreview }) {
  const text = useText()
  const locale = useLocale()
  const channelName = useChannelName()
  const problemText = useProblemText()
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.wide} tabIndex={0} aria-label={text('imports.preview')}>
        <table className={styles.preview}>
          <thead>
            <tr>
              <th scope="col">{text('imports.preview.line')}</th>
              <th scope="col">{text('imports.field.createdAt')}</th>
              <th scope="col">{text('imports.field.channel')}</th>
              <th scope="col">{text('imports.field.text')}</th>
              <th scope="col">{text('imports.preview.place')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.rows.map(({ line, message, problems }) => (
              <tr key={line} data-refused={message === null}>
                <th scope="row">{line}</th>
                {message === null ? (
                  <td colSpan={4} className={styles.refused}>
                    <b>{text('imports.preview.refused')}</b> {problems.map(problemText).join('; ')}
                  </td>
                ) : (
                  <>
                    <td className={styles.moment}>{momentText(message.createdAt, Date.now(), locale)}</td>
                    <td>
                      {channelName(message.channel)}
                      <small>{[text(`imports.kind.${message.kind}`), message.category].filter(Boolean).join(' · ')}</small>
                    </td>
                    <td>
                      <p className={styles.text}>{message.text || <i>{text('imports.preview.noText')}</i>}</p>
                    </td>
                    <td>{placeOf(message.location)}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <details className={styles.more}>
        <summary>{text('imports.preview.raw')}</summary>
        <TwinTable
          caption={text('imports.preview.raw')}
          rows={preview.rows}
          rowKey={({ line }) => String(line)}
          columns={[
            { id: 'line', name: text('imports.preview.line'), cell: ({ line }) => line, text: ({ line }) => line },
            ...preview.columns.map((name, at) => ({
              id: name,
              name,
              cell: ({ cells }: ImportPreview['rows'][number]) => cells[at],
              text: ({ cells }: ImportPreview['rows'][number]) => cells[at] ?? null,
            })),
          ]}
        />
      </details>
    </>
  )
}

type Place = NonNullable<ImportPreview['rows'][number]['message']>['location']
const placeOf = (place: Place): string =>
  place === null ? '' : (place.address ?? (place.lat === null || place.lon === null ? '' : `${place.lat}, ${place.lon}`))
