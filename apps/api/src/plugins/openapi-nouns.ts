import * as contracts from '@rumoer/contracts'
import { z } from 'zod'

/** Contract nouns that get a name of their own in the description. */
const NOUNS = {
  Alert: contracts.alert,
  AlertCheck: contracts.alertCheck,
  AlertReasons: contracts.alertReasons,
  Area: contracts.area,
  AreaSeries: contracts.areaSeries,
  AuditEntry: contracts.auditEntry,
  BacktestResult: contracts.backtestResult,
  Briefing: contracts.briefing,
  Condition: contracts.condition,
  ContentItem: contracts.contentItem,
  Crisis: contracts.crisis,
  Delivery: contracts.delivery,
  HandedOver: contracts.handedOver,
  Handover: contracts.handover,
  HandoverStep: contracts.handoverStep,
  HouseStyle: contracts.houseStyle,
  HeldItem: contracts.heldItem,
  IntakeResult: contracts.intakeResult,
  Issue: contracts.issue,
  Key: contracts.key,
  Location: contracts.messageLocation,
  Message: contracts.messageOut,
  MapPoint: contracts.mapPoint,
  MessageCounts: contracts.messageCounts,
  MoodCounts: contracts.moodCounts,
  RawMessage: contracts.rawMessage,
  Reading: contracts.reading,
  ReadingCorrection: contracts.readingCorrection,
  Replay: contracts.replay,
  ReputationReport: contracts.reputationReport,
  ResidentQuestion: contracts.residentQuestion,
  Rule: contracts.rule,
  RuleDefinition: contracts.ruleDefinition,
  RuleTest: contracts.ruleTest,
  SavedView: contracts.savedView,
  Screen: contracts.screen,
  Sentiment: contracts.sentiment,
  Session: contracts.session,
  Source: contracts.source,
  Summary: contracts.summary,
  Taxonomy: contracts.taxonomy,
  Timeline: contracts.timeline,
  User: contracts.user,
  Webhook: contracts.webhook,
} as const

/** A registry of its own, so that nothing else of the process learns these names. */
export function namedSchemas(): z.core.$ZodRegistry<{ id?: string }> {
  const registry = z.registry<{ id?: string }>()
  for (const [id, schema] of Object.entries(NOUNS)) registry.add(schema, { id })
  return registry
}
