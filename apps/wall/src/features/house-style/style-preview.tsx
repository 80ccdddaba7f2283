import type { HouseStyle, Look } from '@rumoer/contracts'
import type { CSSProperties } from 'react'
import { deskTokens } from '../../lib/house-style.ts'
import { useText } from '../../lib/text.ts'
import styles from './house-style-page.module.css'

/** A piece of the desk and of the wall in one look, as they would be. */
export function StylePreview({ style, look }: { style: HouseStyle; look: Look }) {
  const text = useText()
  return (
    <figure className={styles.preview} data-theme={look} style={deskTokens(style, look) as CSSProperties}>
      <figcaption>{text(`style.preview.${look}`)}</figcaption>
      <div className={styles.desk}>
        {style.logo && <img src={style.logo} alt="" />}
        <b>{text('style.preview.issue')}</b>
        <span className={styles.link}>{text('style.preview.link')}</span>
        <span className={styles.washed}>{text('style.preview.chosen')}</span>
        <span className={styles.button}>{text('style.preview.button')}</span>
      </div>
      <div className={styles.wallPart} style={{ background: style.wall[look] }}>
        <b>{text('style.preview.issue')}</b>
        <span>{text('style.preview.wall')}</span>
      </div>
    </figure>
  )
}
