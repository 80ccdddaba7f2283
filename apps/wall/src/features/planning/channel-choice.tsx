import { useId } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useText } from '../../lib/text.ts'
import fields from '../../ui/field.module.css'
import { useChannelName } from '../../ui/use-channel-name.ts'

/** Channels on which a newsroom publishes; others of the item stay choosable. */
const USUAL = [
  'website',
  'facebook',
  'instagram',
  'x',
  'linkedin',
  'mastodon',
  'bluesky',
  'whatsapp',
  'email',
  'letter',
  'newspaper',
  'telephone',
]

type Props = { value: string[]; error: string | null; onChange: (channels: string[]) => void }

export function ChannelChoice({ value, error, onChange }: Props) {
  const text = useText()
  const channelName = useChannelName()
  const id = useId()
  const offered = [...USUAL, ...value.filter((channel) => !USUAL.includes(channel))]
  return (
    <div className={fields.field}>
      <span className={fields.label} id={id}>
        {text('item.channels')}
      </span>
      <ToggleButtonGroup
        className={fields.checks ?? ''}
        aria-labelledby={id}
        selectionMode="multiple"
        selectedKeys={value}
        onSelectionChange={(keys) => onChange(offered.filter((channel) => keys.has(channel)))}
      >
        {offered.map((channel) => (
          <ToggleButton key={channel} id={channel} className={fields.check ?? ''}>
            {channelName(channel)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {error && (
        <span className={fields.error} role="alert">
          {error}
        </span>
      )}
    </div>
  )
}
