import { Link } from '@tanstack/react-router'
import { useText } from '../../lib/text.ts'
import { Empty } from '../../ui/panel-state.tsx'
import styles from '../calm-page.module.css'

export function NotFound() {
  const text = useText()
  return (
    <main className={styles.page}>
      <Empty title={text('notFound.title')}>{text('notFound.body')}</Empty>
      <Link to="/">{text('notFound.link')}</Link>
    </main>
  )
}
