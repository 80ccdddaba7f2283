import type { ContentItem } from '@rumoer/contracts'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { differences, draftOf, type ItemDraft } from './item-draft.ts'
import styles from './item-sheet.module.css'

type Props = { mine: ItemDraft; theirs: ContentItem; onKeepMine: () => void; onTakeTheirs: () => void }

/** Two people changed the same item: both texts beside each other, nothing lost. */
export function ItemConflict({ mine, theirs, onKeepMine, onTakeTheirs }: Props) {
  const text = useText()
  const other = draftOf(theirs, null)
  const show = (draft: ItemDraft, name: keyof ItemDraft): string => {
    if (name === 'owner') return draft.owner?.name ?? text('nobody')
    if (name === 'status') return text(`content.${draft.status}`)
    if (name === 'plannedOn') return draft.plannedOn ?? text('someday')
    const value = draft[name]
    return Array.isArray(value) ? value.join(', ') : (value ?? '')
  }
  return (
    <section className={styles.conflict} role="alert">
      <h3>{text('conflict.title')}</h3>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{text('conflict.mine')}</th>
            <th scope="col">{text('conflict.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {differences(mine, other).map((name) => (
            <tr key={name}>
              <th scope="row">{text(FIELD_NAMES[name])}</th>
              <td>{show(mine, name)}</td>
              <td>{show(other, name)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.buttons}>
        <Button look="primary" onPress={onKeepMine}>
          {text('conflict.keepMine')}
        </Button>
        <Button onPress={onTakeTheirs}>{text('conflict.takeTheirs')}</Button>
      </div>
    </section>
  )
}

const FIELD_NAMES = {
  title: 'item.title',
  status: 'filter.status',
  owner: 'item.owner',
  plannedOn: 'item.date',
  channels: 'item.channels',
  issueId: 'item.issue',
  notes: 'item.notes',
} as const
