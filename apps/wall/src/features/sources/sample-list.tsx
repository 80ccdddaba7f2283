import type { SourceSample } from '@rumoer/contracts'
import { momentText } from '../../lib/dates.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { useChannelName } from '../../ui/use-channel-name.ts'
import styles from './source-sheet.module.css'

/** What a source gives now, as it would be stored. */
export function SampleList({ sample }: { sample: SourceSample }) {
  const text = useText()
  const locale = useLocale()
  const channelName = useChannelName()
  const { messages, refused } = sample
  return (
    <section className={styles.sample} aria-label={text('sources.sample')}>
      <p role="status">
        <b>{text('sources.sample.count', { count: messages.length })}</b> {text('sources.sample.notKept')}
      </p>
      <ul>
        {messages.map((message, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sample has no ids and never changes.
          <li key={at}>
            <p>{message.text || text('sources.sample.noText')}</p>
            <small>
              {[
                momentText(message.createdAt, Date.now(), locale),
                channelName(message.channel),
                message.category,
                message.location && text('sources.sample.place'),
                message.hasAuthor && text('sources.sample.author'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
      {refused.length > 0 && (
        <p className={styles.wrong}>{text('sources.sample.refused', { count: refused.length, first: refused[0] ?? '' })}</p>
      )}
    </section>
  )
}
