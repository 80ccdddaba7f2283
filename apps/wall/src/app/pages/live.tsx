import { AlertStrip } from '../../features/alerts/alert-strip.tsx'
import { LiveDesk } from '../../features/live/live-desk.tsx'
import { ReplayPicker } from '../../features/settings/replay-picker.tsx'

export function LivePage() {
  return <LiveDesk alerts={<AlertStrip />} replays={<ReplayPicker />} />
}
