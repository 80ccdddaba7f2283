import { useText } from '../lib/text.ts'
import { Sheet } from './sheet.tsx'
import styles from './shortcut-help.module.css'

const KEYS = [
  ['j', 'keys.next'],
  ['k', 'keys.previous'],
  ['Enter', 'keys.open'],
  ['Esc', 'keys.back'],
  ['e', 'keys.take'],
  ['m', 'keys.mute'],
  ['a', 'keys.assign'],
  ['n', 'keys.note'],
  ['p', 'keys.plan'],
  ['/', 'keys.search'],
  ['g w', 'keys.goWall'],
  ['g k', 'keys.goMap'],
  ['g p', 'keys.goPlanning'],
  ['g r', 'keys.goReports'],
  ['Spatie', 'keys.pause'],
  ['?', 'keys.help'],
] as const

/** The keys that work while the focus is in a list. */
export function ShortcutHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const text = useText()
  return (
    <Sheet title={text('keys.title')} isOpen={isOpen} onClose={onClose}>
      <p className={styles.note}>{text('keys.note')}</p>
      <dl className={styles.keys}>
        {KEYS.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text(meaning)}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  )
}
