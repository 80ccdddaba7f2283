import { CHANNELS } from '@rumoer/contracts'
import { type MessageId, useText } from '../lib/text.ts'

/** The name of a channel; a channel that the municipality added itself is shown as it is written. */
export function useChannelName(): (channel: string) => string {
  const text = useText()
  return (channel) =>
    (CHANNELS as readonly string[]).includes(channel) ? text(`channel.${channel}` as MessageId) : channel.replaceAll('-', ' ')
}
