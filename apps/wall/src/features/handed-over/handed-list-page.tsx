import type { Collection, HandedOver, HandoverAnswer } from '@rumoer/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { request } from '../../lib/api.ts'
import { sessionQuery } from '../../lib/queries.ts'
import { useText } from '../../lib/text.ts'
import { usePageTitle } from '../../lib/use-page-title.ts'
import { announce } from '../../ui/announcer.tsx'
import { BrandMark } from '../../ui/brand-mark.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty, Failed, Loading } from '../../ui/panel-state.tsx'
import { currentHanded } from './current-handed.ts'
import { HandedCard } from './handed-card.tsx'
import styles from './handed-over.module.css'

const KEY = ['handed-over']

/** All that went to the address of who is signed in. */
export function HandedListPage() {
  const text = useText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { data: session } = useQuery(sessionQuery)
  const { data, error, isPending, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => request<Collection<HandedOver>>('/handed-over', { signal }),
    refetchInterval: 30_000,
  })
  const signOut = async () => {
    await request('/session', { method: 'DELETE' }).catch(() => null)
    client.clear()
    await navigate({ to: '/aanmelden' })
  }
  usePageTitle(text('handed.title'))
  return (
    <main className={styles.page}>
      <div className={styles.brand}>
        <span>
          <BrandMark /> {session?.municipality?.name ?? 'Rumoer'}
        </span>
        <Button look="quiet" small onPress={() => void signOut()}>
          {text('handed.signOut')}
        </Button>
      </div>
      <h1>{text('handed.title')}</h1>
      {isPending && <Loading lines={6} />}
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <Empty title={text('handed.none')} />}
      {data?.items.map((one) => (
        <Answerable key={one.id} one={one} />
      ))}
    </main>
  )
}

function Answerable({ one }: { one: HandedOver }) {
  const text = useText()
  const client = useQueryClient()
  const show = (next: HandedOver) =>
    client.setQueryData<Collection<HandedOver>>(
      KEY,
      (list) => list && { ...list, items: list.items.map((item) => (item.id === next.id ? next : item)) },
    )
  const answer = useMutation({
    mutationFn: (said: HandoverAnswer) => request<HandedOver>(`/handed-over/${one.id}/_answers`, { method: 'POST', body: said }),
    onSuccess: (next) => {
      show(next)
      announce(text('handed.thanks'))
    },
    onError: (error) => {
      const current = currentHanded(error)
      if (current) show(current)
    },
  })
  const problem = answer.isError ? (currentHanded(answer.error) ? 'conflict' : 'failed') : null
  return <HandedCard one={one} state={{ isBusy: answer.isPending, problem }} onAnswer={(said) => answer.mutate(said)} />
}
