import type { Session } from '@rumoer/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { CircleUserRound } from 'lucide-react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { may } from '../../lib/access.ts'
import { request } from '../../lib/api.ts'
import { changeSettings, useSettings } from '../../lib/settings.ts'
import { useText } from '../../lib/text.ts'
import { Button as TextButton } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { NoticeChoice } from './notice-choice.tsx'
import styles from './settings-menu.module.css'

/** Who is signed in, and what that person chose: look, language, shortcuts. */
export function SettingsMenu({ session }: { session: Session }) {
  const text = useText()
  const { theme, language, shortcuts } = useSettings()
  const client = useQueryClient()
  const navigate = useNavigate()
  const signOut = async () => {
    await request('/session', { method: 'DELETE' }).catch(() => null)
    client.clear()
    await navigate({ to: '/aanmelden' })
  }
  return (
    <DialogTrigger>
      <Button className={styles.trigger ?? ''} aria-label={text('settings.open', { name: session.user.name })}>
        <CircleUserRound aria-hidden="true" />
        <span className={styles.name}>{session.user.name}</span>
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={6}>
        <Dialog className={styles.dialog ?? ''} aria-label={text('settings.title')}>
          <p className={styles.who}>
            <b>{session.user.name}</b>
            <span>{text(`role.${session.role}`)}</span>
          </p>
          <Choice
            label={text('settings.theme')}
            value={theme}
            onChange={(value) => changeSettings({ theme: value === 'light' || value === 'dark' ? value : 'system' })}
            options={(['system', 'light', 'dark'] as const).map((id) => ({ id, name: text(`theme.${id}`) }))}
          />
          <Choice
            label={text('settings.language')}
            value={language}
            onChange={(value) => changeSettings({ language: value === 'en' ? 'en' : 'nl' })}
            options={[
              { id: 'nl', name: 'Nederlands' },
              { id: 'en', name: 'English' },
            ]}
          />
          <Choice
            label={text('settings.shortcuts')}
            value={shortcuts ? 'on' : 'off'}
            onChange={(value) => changeSettings({ shortcuts: value === 'on' })}
            options={[
              { id: 'on', name: text('settings.on') },
              { id: 'off', name: text('settings.off') },
            ]}
          />
          <NoticeChoice />
          <Link to="/regels">{text('rules.title')}</Link>
          {may(session, 'admin') && <Link to="/schermen">{text('screens.title')}</Link>}
          {may(session, 'admin') && <Link to="/huisstijl">{text('style.title')}</Link>}
          <p className={styles.version}>{text('settings.version', { version: session.version })}</p>
          <TextButton onPress={() => void signOut()}>{text('settings.signOut')}</TextButton>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
