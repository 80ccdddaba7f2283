import { accessQuestions } from './access.ts'
import { alertQuestions } from './alerts.ts'
import { areaQuestions } from './areas.ts'
import { auditQuestions } from './audit.ts'
import { writeBackup } from './backup.ts'
import { connectDatabase, type StoreConfig } from './connect-database.ts'
import { connectionQuestions } from './connections.ts'
import { countQuestions } from './counts.ts'
import { crisisQuestions } from './crises.ts'
import { deliveryQuestions } from './deliveries.ts'
import { eventQuestions } from './events.ts'
import { handoverQuestions } from './handovers.ts'
import { healthQuestions } from './health.ts'
import { houseStyleQuestions } from './house-styles.ts'
import { importQuestions } from './imports.ts'
import { inboxQuestions } from './inbox.ts'
import { issueQuestions } from './issues.ts'
import { mapQuestions } from './map-counts.ts'
import { messageQuestions } from './messages.ts'
import { migrate } from './migrate.ts'
import { municipalityQuestions } from './municipalities.ts'
import { createOwners } from './ownership.ts'
import { planningQuestions } from './planning.ts'
import { publicReportQuestions } from './public-reports.ts'
import { replayQuestions } from './replays.ts'
import { reportQuestions } from './reports.ts'
import { retentionQuestions } from './retention.ts'
import { ruleQuestions } from './rules.ts'
import { screenQuestions } from './screens.ts'
import { signalQuestions } from './signals.ts'
import { sourceQuestions } from './sources.ts'
import type { Store } from './store.ts'
import { viewQuestions } from './views.ts'
import { walkQuestions } from './walk.ts'

/** Opens the configured database, brings it up to date, and gives the questions that the house may ask. */
export async function openStore(config: StoreConfig): Promise<Store> {
  const { database, openClient, close } = await connectDatabase(config)
  try {
    await migrate(database)
  } catch (error) {
    await close()
    throw error
  }
  const owners = createOwners(database, openClient)
  return {
    mode: database.mode,
    municipalities: municipalityQuestions(database),
    areas: areaQuestions(database),
    sources: sourceQuestions(database),
    connections: connectionQuestions(database),
    imports: importQuestions(database),
    inbox: inboxQuestions(database),
    walk: walkQuestions(database, owners),
    messages: messageQuestions(database),
    issues: issueQuestions(database),
    alerts: alertQuestions(database),
    rules: ruleQuestions(database),
    deliveries: deliveryQuestions(database),
    signals: signalQuestions(database),
    counts: countQuestions(database),
    map: mapQuestions(database),
    events: eventQuestions(database),
    planning: planningQuestions(database),
    handovers: handoverQuestions(database),
    crises: crisisQuestions(database),
    reports: reportQuestions(database),
    publicReports: publicReportQuestions(database),
    access: accessQuestions(database),
    screens: screenQuestions(database),
    houseStyles: houseStyleQuestions(database),
    views: viewQuestions(database),
    audit: auditQuestions(database),
    replays: replayQuestions(database),
    retention: retentionQuestions(database),
    health: healthQuestions(database),
    backup: (write, now) => writeBackup(database, write, now),
    async close() {
      await owners.close()
      await close()
    },
  }
}
