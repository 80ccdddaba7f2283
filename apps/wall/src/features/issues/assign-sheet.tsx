import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { PersonSearch } from '../../ui/person-search.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import styles from './issue-actions.module.css'

type Props = { isOpen: boolean; onClose: () => void; onChoose: (person: { id: string; name: string } | null) => void }

export function AssignSheet({ isOpen, onClose, onChoose }: Props) {
  const text = useText()
  return (
    <Sheet title={text('assign.title')} isOpen={isOpen} onClose={onClose}>
      <PersonSearch label={text('assign.to')} value={null} onChange={(person) => person && onChoose(person)} />
      <div className={styles.buttons}>
        <Button onPress={() => onChoose(null)}>{text('assign.nobody')}</Button>
      </div>
    </Sheet>
  )
}
