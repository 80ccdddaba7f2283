import { CHANNELS } from '@rumoer/contracts'
import { useText } from '../../lib/text.ts'
import { Choice } from '../../ui/choice.tsx'
import { useChannelName } from '../../ui/use-channel-name.ts'

/** The channel that messages of a source come by. */
export function ChannelField({ value, onChange }: { value: string; onChange: (channel: string) => void }) {
  const text = useText()
  const channelName = useChannelName()
  const channels = (CHANNELS as readonly string[]).includes(value) ? CHANNELS : [value, ...CHANNELS]
  return (
    <Choice
      label={text('filter.channel')}
      value={value}
      options={channels.map((id) => ({ id, name: channelName(id) }))}
      onChange={onChange}
    />
  )
}
