import { useText } from '../../lib/text.ts'
import { useConnectionWords } from '../../ui/connection-state.tsx'
import type { Sound } from './use-sound.ts'
import styles from './wand-page.module.css'

type Props = { isStale: boolean; hidden: number; messages: number; muted: number; sound: Sound; isOpened: boolean }

/** What stands below everything: how many, what is not shown, whether it sounds; or that the connection is gone. */
export function WallFoot({ isStale, hidden, messages, muted, sound, isOpened }: Props) {
  const text = useText()
  const lost = useConnectionWords()
  if (isStale) {
    return (
      <p className={`${styles.foot} ${styles.lost}`} role="alert">
        {text('wall.stale', { lost })}
      </p>
    )
  }
  return (
    <p className={styles.foot}>
      <span>{text('wall.today', { count: messages })}</span>
      {muted > 0 && <span>{text('wall.muted', { count: muted })}</span>}
      {hidden > 0 && <b>{text('wall.more', { count: hidden })}</b>}
      {isOpened && <span>{text('wall.back')}</span>}
      <span className={styles.sound}>{text(sound.isOn ? 'wall.sound.isOn' : 'wall.sound.isOff')}</span>
    </p>
  )
}
