import { useRouter } from '@tanstack/react-router'
import { Failed } from '../ui/panel-state.tsx'
import styles from './calm-page.module.css'

export function PageError({ error }: { error: unknown }) {
  const router = useRouter()
  return (
    <main className={styles.page}>
      <Failed error={error} onRetry={() => void router.invalidate()} />
    </main>
  )
}
