import type { Crisis } from '@rumoer/contracts'
import { Link2 } from 'lucide-react'
import { useState } from 'react'
import { useNow } from '../../lib/clock.tsx'
import { momentText } from '../../lib/dates.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import styles from './crisis.module.css'
import { useCrisisChanges } from './use-crisis-changes.ts'

const HOURS = ['4', '12', '24', '72'] as const

/** Makes a link that lets partners read the briefing until it ends; a new one replaces the old. */
export function ShareBriefing({ crisis }: { crisis: Crisis }) {
  const text = useText()
  const locale = useLocale()
  const now = useNow(60_000)
  const [hours, setHours] = useState('12')
  const { share, unshare } = useCrisisChanges()
  const isShared = crisis.linkUntil !== null && Date.parse(crisis.linkUntil) > now
  return (
    <section className={styles.share} aria-label={text('share.title')}>
      <Choice
        label={text('share.hours')}
        quietLabel
        value={hours}
        options={HOURS.map((id) => ({ id, name: text('share.forHours', { count: Number(id) }) }))}
        onChange={setHours}
      />
      <Button look="primary" isDisabled={share.isPending} onPress={() => share.mutate(Number(hours))}>
        <Link2 aria-hidden="true" /> {text(isShared ? 'share.again' : 'share.make')}
      </Button>
      {isShared && (
        <>
          <p className={styles.note}>{text('share.until', { time: momentText(crisis.linkUntil ?? '', now, locale) })}</p>
          <Button onPress={() => unshare.mutate(undefined, { onSuccess: () => share.reset() })}>{text('share.stop')}</Button>
        </>
      )}
      {share.data && isShared && (
        <div className={styles.link}>
          <TextInput
            label={text('share.link')}
            hint={text('share.link.hint')}
            readOnly
            value={share.data.url}
            onFocus={(event) => event.target.select()}
          />
        </div>
      )}
      {(share.isError || unshare.isError) && <p role="alert">{text('crisis.failed')}</p>}
    </section>
  )
}
