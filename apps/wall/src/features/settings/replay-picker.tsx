import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { replaysQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { Choice } from '../../ui/choice.tsx'

/** Chooses a replay to look at, or the present. Shows nothing while there is no replay. */
export function ReplayPicker() {
  const text = useText()
  const navigate = useNavigate()
  const replay = useReplayId()
  const { data } = useQuery(replaysQuery)
  if (!data || data.items.length === 0) return null
  const options = [{ id: 'now', name: text('replay.now') }, ...data.items.map((item) => ({ id: String(item.id), name: item.label }))]
  return (
    <Choice
      label={text('replay.pick')}
      quietLabel
      neutral="now"
      value={replay === null ? 'now' : String(replay)}
      options={options}
      onChange={(id) => void navigate({ to: '.', search: (before) => ({ ...before, replay: id === 'now' ? undefined : Number(id) }) })}
    />
  )
}
