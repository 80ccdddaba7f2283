import type { HandoverWithLink } from '@rumoer/contracts'
import { Copy } from 'lucide-react'
import { useText } from '../lib/text.ts'
import { announce } from './announcer.tsx'
import { Button } from './button.tsx'
import styles from './handovers.module.css'
import { TextInput } from './text-input.tsx'

/** The link of a receiver, to copy; says whether it went out by mail as well. */
export function HandoverLink({ made }: { made: HandoverWithLink & { link: string } }) {
  const text = useText()
  const copy = () =>
    void navigator.clipboard.writeText(made.link).then(
      () => announce(text('handover.copied')),
      () => announce(text('handover.copyFailed')),
    )
  return (
    <div className={styles.link}>
      <TextInput
        label={text('handover.link', { name: made.receiver.name })}
        hint={made.mailed ? text('handover.mailed', { mail: made.mail ?? '' }) : text('handover.notMailed')}
        value={made.link}
        readOnly
        onFocus={(event) => event.target.select()}
      />
      <Button onPress={copy}>
        <Copy aria-hidden="true" /> {text('handover.copy')}
      </Button>
    </div>
  )
}
