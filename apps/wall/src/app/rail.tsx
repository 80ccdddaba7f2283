import { Link } from '@tanstack/react-router'
import { CalendarDays, FileText, Forward, Inbox, Map as MapIcon, MonitorPlay, Radio, Rss } from 'lucide-react'
import { useText } from '../lib/text.ts'
import { useHouseStyle } from '../lib/use-house-style.ts'
import { BrandMark } from '../ui/brand-mark.tsx'
import styles from './rail.module.css'

export function Rail() {
  const text = useText()
  const style = useHouseStyle()
  const items = [
    { to: '/', icon: Radio, name: text('nav.live') },
    { to: '/berichten', icon: Inbox, name: text('nav.messages') },
    { to: '/kaart', icon: MapIcon, name: text('nav.map') },
    { to: '/overdrachten', icon: Forward, name: text('nav.handovers') },
    { to: '/planning', icon: CalendarDays, name: text('nav.planning') },
    { to: '/rapporten', icon: FileText, name: text('nav.reports') },
    { to: '/bronnen', icon: Rss, name: text('nav.sources') },
    { to: '/wand', icon: MonitorPlay, name: text('nav.wall') },
  ] as const
  return (
    <nav className={styles.rail} aria-label={text('nav.label')}>
      <span className={styles.brand}>
        {style?.logo ? <img src={style.logo} alt="" /> : <BrandMark />}
        Rumoer
      </span>
      <ul className={styles.items}>
        {items.map(({ to, icon: Icon, name }) => (
          <li key={to} className={to === '/wand' || to === '/kaart' ? styles.large : undefined}>
            <Link
              to={to}
              className={styles.item}
              activeProps={{ className: styles.active, 'aria-current': 'page' }}
              activeOptions={{ exact: to === '/', includeSearch: false }}
            >
              <Icon aria-hidden="true" />
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
