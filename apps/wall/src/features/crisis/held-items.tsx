import type { Crisis, HeldItem } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { may } from '../../lib/access.ts'
import { noonOf, shortDate } from '../../lib/dates.ts'
import { sessionQuery } from '../../lib/queries.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './crisis.module.css'
import { useCrisisChanges } from './use-crisis-changes.ts'

/** What was planned and waits, each released with one press; and the offer to freeze what still goes out. */
export function HeldItems({ held, crisis }: { held: readonly HeldItem[]; crisis: Crisis | null }) {
  const text = useText()
  const locale = useLocale()
  const { data: session } = useQuery(sessionQuery)
  const { release, freeze } = useCrisisChanges()
  const mayWork = may(session, 'planning.work')
  if (!crisis && held.length === 0) return null
  return (
    <section className={styles.held} aria-labelledby="wacht">
      <h2 id="wacht">{text('held.title', { count: held.length })}</h2>
      {crisis && !crisis.frozen && mayWork && (
        <p className={styles.offer}>
          {text('held.offer')} <Button onPress={() => freeze.mutate()}>{text('held.freeze')}</Button>
        </p>
      )}
      <ul>
        {held.map((item) => (
          <li key={item.id} className={styles.row}>
            <span>
              <b>{item.title}</b> {item.plannedOn && shortDate(noonOf(item.plannedOn), locale)}
            </span>
            {mayWork && (
              <Button
                small
                aria-label={text('held.releaseThis', { title: item.title })}
                isDisabled={release.isPending}
                onPress={() => release.mutate(item.id, { onSuccess: () => announce(text('held.released', { title: item.title })) })}
              >
                {text('held.release')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
