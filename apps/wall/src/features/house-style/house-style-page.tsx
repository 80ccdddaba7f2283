import { DEFAULT_STYLE, type HouseStyle, readable, unsafeColours } from '@rumoer/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../lib/api.ts'
import { sessionQuery } from '../../lib/queries.ts'
import { viewerQuery } from '../../lib/screen.ts'
import { useText } from '../../lib/text.ts'
import { useHouseStyle } from '../../lib/use-house-style.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import fields from '../../ui/field.module.css'
import { PageHead } from '../../ui/page-head.tsx'
import { ColourField } from './colour-field.tsx'
import styles from './house-style-page.module.css'
import { LogoField } from './logo-field.tsx'
import { StylePreview } from './style-preview.tsx'

const RADII = [0, 3, 6, 12] as const
const FONTS = ['source-sans', 'system', 'serif'] as const

/** How the municipality looks on every screen: seen here before it is saved, and refused where it would be hard to read. */
export function HouseStylePage() {
  const text = useText()
  const present = useHouseStyle()
  const [draft, setDraft] = useState<HouseStyle>(present ?? DEFAULT_STYLE)
  const set = (change: Partial<HouseStyle>) => setDraft((before) => ({ ...before, ...change }))
  const unsafe = unsafeColours(draft)
  const { save, reset } = useSaving(setDraft)
  const colour = (part: 'accent' | 'wall', look: 'light' | 'dark') => (
    <ColourField
      label={text(`style.look.${look}`)}
      value={draft[part][look]}
      unsafe={unsafe.find(({ path }) => path === `${part}.${look}`) ?? null}
      onChange={(value) => set({ [part]: { ...draft[part], [look]: value } })}
    />
  )
  return (
    <>
      <PageHead title={text('style.title')} lead={text('style.lead')} />
      <div className={styles.columns}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (unsafe.length === 0) save.mutate(draft)
          }}
        >
          <fieldset className={styles.pair}>
            <legend>{text('style.accent')}</legend>
            {colour('accent', 'light')}
            {colour('accent', 'dark')}
          </fieldset>
          <fieldset className={styles.pair}>
            <legend>{text('style.wall')}</legend>
            {colour('wall', 'light')}
            {colour('wall', 'dark')}
          </fieldset>
          <div className={styles.pair}>
            <Choice
              label={text('style.font')}
              value={draft.font}
              onChange={(font) => set({ font: FONTS.find((one) => one === font) ?? 'source-sans' })}
              options={FONTS.map((id) => ({ id, name: text(`style.font.${id}`) }))}
            />
            <Choice
              label={text('style.radius')}
              value={String(draft.radius)}
              onChange={(radius) => set({ radius: Number(radius) })}
              options={RADII.map((radius) => ({ id: String(radius), name: text('style.radius.px', { radius }) }))}
            />
          </div>
          <LogoField logo={draft.logo} onChange={(logo) => set({ logo })} />
          {save.isError && (
            <p role="alert" className={fields.error}>
              {text('style.failed')}
            </p>
          )}
          <div className={styles.buttons}>
            <Button type="submit" look="primary" isDisabled={save.isPending || unsafe.length > 0}>
              {text('style.save')}
            </Button>
            <Button onPress={() => reset.mutate()} isDisabled={present === null || reset.isPending}>
              {text('style.reset')}
            </Button>
          </div>
        </form>
        <div className={styles.previews}>
          <StylePreview style={readable(draft)} look="light" />
          <StylePreview style={readable(draft)} look="dark" />
        </div>
      </div>
    </>
  )
}

function useSaving(show: (style: HouseStyle) => void) {
  const text = useText()
  const client = useQueryClient()
  const refresh = () =>
    Promise.all([sessionQuery, viewerQuery].map(({ queryKey }) => client.refetchQueries({ queryKey: queryKey as readonly unknown[] })))
  const save = useMutation({
    mutationFn: (body: HouseStyle) => request<HouseStyle>('/house-style', { method: 'PUT', body }),
    onSuccess: async () => {
      await refresh()
      announce(text('style.saved'))
    },
  })
  const reset = useMutation({
    mutationFn: () => request('/house-style', { method: 'DELETE' }),
    onSuccess: async () => {
      await refresh()
      show(DEFAULT_STYLE)
      announce(text('style.saved'))
    },
  })
  return { save, reset }
}
