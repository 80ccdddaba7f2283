import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { replaysQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'

/** The replays that this screen can show, and the way back to the present. */
export function WallReplays() {
  const text = useText()
  const replay = useReplayId()
  const { data } = useQuery(replaysQuery)
  return (
    <>
      {replay !== null && (
        <Link to="." search={(before) => ({ ...before, replay: undefined })}>
          {text('replay.back')}
        </Link>
      )}
      {data?.items
        .filter((item) => item.id !== replay)
        .map((item) => (
          <Link key={item.id} to="." search={(before) => ({ ...before, replay: item.id })}>
            {text('replay.show', { label: item.label })}
          </Link>
        ))}
    </>
  )
}
