import { AlertStrip } from '../../features/alerts/alert-strip.tsx'
import { CrisisButton } from '../../features/crisis/crisis-button.tsx'
import { IssueSheet } from '../../features/issues/issue-sheet.tsx'
import { LiveDesk } from '../../features/live/live-desk.tsx'
import { ReplayPicker } from '../../features/settings/replay-picker.tsx'

export function LivePage() {
  return (
    <LiveDesk
      alerts={(most) => <AlertStrip most={most} />}
      replays={<ReplayPicker />}
      crisis={<CrisisButton />}
      sheet={(issue, kind, close) => <IssueSheet issue={issue} kind={kind} onClose={close} />}
    />
  )
}
