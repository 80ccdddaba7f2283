import { DEFAULT_SCREEN, SCREEN_THEMES, type Screen, type ScreenSettings, screenSettings } from '@rumoer/contracts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../lib/api.ts'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import styles from './screens-page.module.css'

const PLACES = ['1/1', '1/2', '2/2', '1/3', '2/3', '3/3'] as const
const placeOf = ({ position, screens }: Pick<ScreenSettings, 'position' | 'screens'>) => `${position}/${screens}`

type Props = { screen: Screen | null; onSaved: (token: string | null) => void; onClose: () => void }

/** A new screen, or how one looks; a change is on the wall within seconds. */
export function ScreenSheet({ screen, onSaved, onClose }: Props) {
  const text = useText()
  const first = screen?.settings ?? DEFAULT_SCREEN
  const [draft, setDraft] = useState({
    name: screen?.name ?? '',
    inch: String(first.inch),
    meter: String(first.meter),
    theme: first.theme as string,
    place: placeOf(first),
  })
  const set = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }))
  const [position, screens] = draft.place.split('/').map(Number)
  const settings = screenSettings.safeParse({ inch: toNumber(draft.inch), meter: toNumber(draft.meter), theme: draft.theme, screens, position })
  const isWrong = (name: string) => settings.error?.issues.some(({ path }) => path[0] === name) ?? false
  const save = useMutation({
    mutationFn: async () => {
      const body = { name: draft.name.trim(), settings: settings.data }
      if (screen) await request(`/screens/${screen.id}`, { method: 'PATCH', body })
      return screen ? null : (await request<{ token: string }>('/screens', { method: 'POST', body })).token
    },
    onSuccess: onSaved,
  })
  return (
    <Sheet title={text(screen ? 'screens.change' : 'screens.add')} isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (settings.success && draft.name.trim()) save.mutate()
        }}
      >
        <TextInput label={text('screens.name')} value={draft.name} required maxLength={60} onChange={(event) => set({ name: event.target.value })} />
        <Choice
          label={text('screens.place')}
          value={draft.place}
          onChange={(place) => set({ place })}
          options={PLACES.map((id) => ({
            id,
            name: id === '1/1' ? text('screens.place.one') : text('screens.place.of', { position: id.charAt(0), screens: id.charAt(2) }),
          }))}
        />
        <TextInput
          label={text('screens.inch')}
          inputMode="decimal"
          value={draft.inch}
          {...(isWrong('inch') ? { error: text('screens.inch.hint') } : { hint: text('screens.inch.hint') })}
          onChange={(event) => set({ inch: event.target.value })}
        />
        <TextInput
          label={text('screens.meter')}
          inputMode="decimal"
          value={draft.meter}
          {...(isWrong('meter') ? { error: text('screens.meter.hint') } : { hint: text('screens.meter.hint') })}
          onChange={(event) => set({ meter: event.target.value })}
        />
        <Choice
          label={text('screens.theme')}
          value={draft.theme}
          onChange={(theme) => set({ theme })}
          options={SCREEN_THEMES.map((id) => ({ id, name: text(`screens.theme.${id}`) }))}
        />
        {save.isError && <p role="alert">{text('screens.failed')}</p>}
        <div className={styles.buttons}>
          <Button look="primary" type="submit" isDisabled={save.isPending}>
            {text('screens.save')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}

/** `2,5` and `2.5`; empty is no number. */
const toNumber = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.replace(',', '.')))
