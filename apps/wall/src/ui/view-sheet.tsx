import { type FormEvent, useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { useText } from '../lib/text.ts'
import { useViewChanges } from '../lib/use-view-changes.ts'
import { announce } from './announcer.tsx'
import { Button } from './button.tsx'
import fields from './field.module.css'
import { Sheet } from './sheet.tsx'
import { TextInput } from './text-input.tsx'
import styles from './views-menu.module.css'

/** Keeps the present page with its filters under a name. */
export function ViewSheet({ address, onClose }: { address: string; onClose: () => void }) {
  const text = useText()
  const { add } = useViewChanges()
  const [name, setName] = useState('')
  const [isShared, setShared] = useState(false)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    add.mutate(
      { name: name.trim(), address, shared: isShared },
      {
        onSuccess: () => {
          announce(text('views.saved', { name: name.trim() }))
          onClose()
        },
      },
    )
  }
  return (
    <Sheet title={text('views.save')} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={save}>
        <TextInput
          label={text('views.name')}
          hint={text('views.name.hint')}
          error={add.isError ? text('saveFailed') : null}
          value={name}
          required
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
        />
        <Checkbox className={fields.check ?? ''} isSelected={isShared} onChange={setShared}>
          {text('views.share')}
        </Checkbox>
        <TextInput label={text('views.link')} readOnly value={`${window.location.origin}${address}`} />
        <div className={styles.buttons}>
          <Button type="submit" look="primary" isDisabled={add.isPending}>
            {text('save')}
          </Button>
          <Button onPress={onClose}>{text('cancel')}</Button>
        </div>
      </form>
    </Sheet>
  )
}
