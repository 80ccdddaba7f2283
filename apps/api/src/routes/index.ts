import { alertCheckRoutes } from './alerts/alert-check.ts'
import { alertRoutes } from './alerts/alerts.ts'
import { areaSeriesRoutes } from './areas/area-series.ts'
import { areaRoutes } from './areas/areas.ts'
import { auditRoutes } from './audit/audit.ts'
import { contentItemRoutes } from './content-items/content-items.ts'
import { crisisRoutes } from './crisis/crisis.ts'
import { entryRoutes } from './entries/entries.ts'
import { handedOverRoutes } from './handovers/handed-over.ts'
import { handoverRoutes } from './handovers/handovers.ts'
import { healthRoutes } from './health/health.ts'
import { houseStyleRoutes } from './house-style/house-style.ts'
import { importRoutes } from './imports/imports.ts'
import { issueRoutes } from './issues/issues.ts'
import { keyRoutes } from './keys/keys.ts'
import { messageRoutes } from './messages/messages.ts'
import { questionRoutes } from './questions/questions.ts'
import { replayRoutes } from './replays/replays.ts'
import { reportRoutes } from './reports/reports.ts'
import { backtestRoutes } from './rules/backtest.ts'
import { ruleRoutes } from './rules/rules.ts'
import { screenRoutes } from './screens/screens.ts'
import { sessionRoutes } from './session/session.ts'
import { setAsideRoutes } from './set-aside/set-aside.ts'
import { outlookRoutes } from './signals/outlook.ts'
import { signalRoutes } from './signals/signals.ts'
import { sourceWorkRoutes } from './sources/source-work.ts'
import { sourceRoutes } from './sources/sources.ts'
import { summaryRoutes } from './summary/summary.ts'
import { taxonomyRoutes } from './taxonomy/taxonomy.ts'
import { userRoutes } from './users/users.ts'
import { viewRoutes } from './views/views.ts'
import { webhookRoutes } from './webhooks/webhooks.ts'

/** Every address under /v1 but the stream, and the health of the service. */
export const ROUTES = [
  sessionRoutes,
  summaryRoutes,
  issueRoutes,
  messageRoutes,
  entryRoutes,
  alertRoutes,
  alertCheckRoutes,
  ruleRoutes,
  backtestRoutes,
  webhookRoutes,
  contentItemRoutes,
  crisisRoutes,
  handoverRoutes,
  handedOverRoutes,
  reportRoutes,
  questionRoutes,
  signalRoutes,
  outlookRoutes,
  areaRoutes,
  areaSeriesRoutes,
  taxonomyRoutes,
  sourceRoutes,
  sourceWorkRoutes,
  importRoutes,
  userRoutes,
  keyRoutes,
  screenRoutes,
  houseStyleRoutes,
  viewRoutes,
  auditRoutes,
  replayRoutes,
  setAsideRoutes,
  healthRoutes,
] as const
