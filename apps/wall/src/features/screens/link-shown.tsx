import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import styles from './screens-page.module.css'

/** The link of a screen, shown this once. Its token stands behind the `#`, so that no server log sees it. */
export function LinkShown({ token, onClose }: { token: string; onClose: () => void }) {
  const text = useText()
  return (
    <Sheet title={text('screens.link')} isOpen onClose={onClose}>
      <div className={styles.form}>
        <TextInput
          label={text('screens.link')}
          hint={text('screens.link.once')}
          value={`${window.location.origin}/wand#token=${token}`}
          readOnly
          onFocus={(event) => event.target.select()}
        />
        <div className={styles.buttons}>
          <Button look="primary" onPress={onClose}>
            {text('screens.link.kept')}
          </Button>
        </div>
      </div>
    </Sheet>
  )
}
