import { MAP_SPANS } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Printer, ZoomOut } from 'lucide-react'
import { type MapSearch, MEASURES } from '../../lib/map-search.ts'
import { taxonomyQuery } from '../../lib/queries.ts'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { ViewsMenu } from '../../ui/views-menu.tsx'
import styles from './map-page.module.css'

const ALL = 'all'

/** What is measured, per what, over which time and about what. All of it stands in the address. */
export function MapControls({ search }: { search: MapSearch }) {
  const text = useText()
  const navigate = useNavigate()
  const { data: taxonomy } = useQuery(taxonomyQuery)
  const set = (change: MapSearch) => void navigate({ to: '/kaart', search: (before) => ({ ...before, ...change }) })
  const subjects = taxonomy?.categories.map((main) => ({ id: main.slug, name: main.name })) ?? []
  return (
    <section className={styles.controls} aria-label={text('filter.title')}>
      <div className={styles.fields}>
        <Choice
          label={text('mapPage.measure')}
          quietLabel
          value={search.meet ?? 'aantal'}
          options={MEASURES.map((id) => ({ id, name: text(`mapPage.measure.${id}`) }))}
          onChange={(id) => set({ meet: id as MapSearch['meet'] })}
        />
        <Choice
          label={text('mapPage.level')}
          quietLabel
          value={search.per ?? 'buurt'}
          options={(['buurt', 'wijk'] as const).map((id) => ({ id, name: text(`mapPage.level.${id}`) }))}
          onChange={(id) => set({ per: id as MapSearch['per'], gebied: undefined })}
        />
        <Choice
          label={text('period')}
          quietLabel
          value={search.periode ?? 'day'}
          options={MAP_SPANS.map((id) => ({ id, name: text(`mapPage.span.${id}`) }))}
          onChange={(id) => set({ periode: id as MapSearch['periode'], stap: undefined })}
        />
        <Choice
          label={text('filter.category')}
          quietLabel
          neutral={ALL}
          value={search.onderwerp ?? ALL}
          options={[{ id: ALL, name: text('filter.anyCategory') }, ...subjects]}
          onChange={(id) => set({ onderwerp: id === ALL ? undefined : id })}
        />
      </div>
      <div className={styles.buttons}>
        {search.gebied && (
          <Button onPress={() => set({ gebied: undefined })}>
            <ZoomOut aria-hidden="true" /> {text('mapPage.whole')}
          </Button>
        )}
        <Button onPress={() => window.print()}>
          <Printer aria-hidden="true" /> {text('mapPage.print')}
        </Button>
        <ViewsMenu />
      </div>
    </section>
  )
}
