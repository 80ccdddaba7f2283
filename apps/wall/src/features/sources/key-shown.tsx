import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import styles from './source-sheet.module.css'

/** A key of ours, shown this once. */
export function KeyShown({ title, secret, onClose }: { title: string; secret: string; onClose: () => void }) {
  const text = useText()
  return (
    <Sheet title={title} isOpen onClose={onClose}>
      <div className={styles.form}>
        <TextInput
          label={text('sources.key')}
          hint={text('sources.key.once')}
          value={secret}
          readOnly
          onFocus={(event) => event.target.select()}
        />
        <div className={styles.buttons}>
          <Button look="primary" onPress={onClose}>
            {text('sources.key.kept')}
          </Button>
        </div>
      </div>
    </Sheet>
  )
}
