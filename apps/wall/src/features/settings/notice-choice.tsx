import { useState } from 'react'
import { allowNotices, type NoticeState } from '../../lib/notices.ts'
import { changeSettings, useSettings } from '../../lib/settings.ts'
import { useText } from '../../lib/text.ts'
import { Choice } from '../../ui/choice.tsx'
import styles from './settings-menu.module.css'

/** Notices of new alerts on this machine: off until a person asks for them. */
export function NoticeChoice() {
  const text = useText()
  const { notices } = useSettings()
  const [state, setState] = useState<NoticeState>('on')
  const choose = async (wanted: boolean) => {
    const next = wanted ? await allowNotices() : 'on'
    setState(next)
    changeSettings({ notices: wanted && next === 'on' })
  }
  return (
    <div>
      <Choice
        label={text('settings.notices')}
        value={notices ? 'on' : 'off'}
        onChange={(value) => void choose(value === 'on')}
        options={[
          { id: 'on', name: text('settings.on') },
          { id: 'off', name: text('settings.off') },
        ]}
      />
      {state !== 'on' && (
        <p role="alert" className={styles.version}>
          {text(`settings.notices.${state}`)}
        </p>
      )}
    </div>
  )
}
