import { houseStyle } from '@rumoer/contracts'
import { useId, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import fields from '../../ui/field.module.css'
import styles from './house-style-page.module.css'

const TYPES = ['image/svg+xml', 'image/png', 'image/webp']

type Props = { logo: string | null; onChange: (logo: string | null) => void }

/** The logo as a small image that travels with the style; it is shown as an image, so that nothing in it runs. */
export function LogoField({ logo, onChange }: Props) {
  const text = useText()
  const id = useId()
  const [isWrong, setWrong] = useState(false)
  const take = async (file: File | undefined) => {
    if (!file) return
    const address = await dataAddressOf(file)
    const checked = houseStyle.shape.logo.safeParse(address)
    setWrong(!checked.success)
    if (checked.success) onChange(checked.data)
  }
  return (
    <div className={fields.field}>
      <span className={fields.label}>{text('style.logo')}</span>
      <div className={styles.logo}>
        {logo && <img src={logo} alt={text('style.logo.alt')} />}
        <FileTrigger acceptedFileTypes={TYPES} onSelect={(files) => void take(files?.[0])}>
          <Button aria-describedby={`${id}-hint`}>{text('style.logo.choose')}</Button>
        </FileTrigger>
        {logo && (
          <Button look="quiet" onPress={() => onChange(null)}>
            {text('style.logo.remove')}
          </Button>
        )}
      </div>
      <span id={`${id}-hint`} className={isWrong ? fields.error : fields.hint}>
        {text('style.logo.hint')}
      </span>
    </div>
  )
}

const dataAddressOf = (file: File): Promise<string> =>
  new Promise((done, fail) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.onerror = () => fail(reader.error ?? new Error('file: cannot be read'))
    reader.readAsDataURL(file)
  })
