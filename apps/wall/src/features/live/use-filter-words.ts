import type { IssueFilter } from '../../lib/issue-filter.ts'
import { useAreas, useCategoryNames } from '../../lib/names.ts'
import { useReplayId } from '../../lib/replay.ts'
import { type MessageId, useText } from '../../lib/text.ts'
import { useChannelName } from '../../ui/use-channel-name.ts'

/** Says in a few words what a filter asks for: `Urgent · Havenkwartier · nog niemand`. */
export function useFilterWords(): (filter: IssueFilter) => string {
  const text = useText()
  const areas = useAreas(useReplayId())
  const categoryName = useCategoryNames()
  const channelName = useChannelName()
  return ({ q, level, area, category, channel, sentiment, status, assignee }) => {
    const words = [
      q && `“${q}”`,
      level && text(`level.${level}` as MessageId),
      area && (areas.get(area)?.name ?? area),
      category && categoryName(category),
      channel && channelName(channel),
      sentiment && text(`sentiment.${sentiment}` as MessageId),
      status && text(`status.${status}` as MessageId),
      assignee === 'none' ? text('nobody') : undefined,
    ].filter((word) => word)
    return words.length === 0 ? text('columns.all') : words.join(' · ')
  }
}
