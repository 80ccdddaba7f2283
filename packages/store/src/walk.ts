import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { commitCommand, repairIssue } from './commit-command.ts'
import type { Database } from './database.ts'
import type { Owners } from './ownership.ts'
import { readRegrouping } from './regroupings.ts'
import { relocate } from './relocate.ts'
import { commands, issueStates, messages } from './schema/index.ts'
import type { WalkCommand, WalkQuestions } from './store.ts'
import { commitWalk } from './walk-commit.ts'

export function walkQuestions(database: Database, owners: Owners): WalkQuestions {
  const { orm } = database
  return {
    own: owners.own,
    ownReplay: owners.ownReplay,
    states: (municipalityId) =>
      orm
        .select({ issueId: issueStates.issueId, state: issueStates.state })
        .from(issueStates)
        .where(eq(issueStates.municipalityId, municipalityId))
        .orderBy(asc(issueStates.openedAt), asc(issueStates.issueId)),
    placed: async (municipalityId, messageIds) =>
      messageIds.length === 0
        ? []
        : orm
            .select({ messageId: messages.id, issueId: messages.issueId })
            .from(messages)
            .where(and(eq(messages.municipalityId, municipalityId), inArray(messages.id, [...messageIds]))),
    commit: (ownership, commit) => commitWalk(database, ownership, commit),
    relocate: (ownership, moves, now) => relocate(database, ownership, moves, now),
    async addCommand(municipalityId, command, now) {
      const [row] = await orm.insert(commands).values({ municipalityId, body: command, at: now }).returning({ id: commands.id })
      return row!.id
    },
    async commands(municipalityId) {
      const rows = await orm
        .select()
        .from(commands)
        .where(and(eq(commands.municipalityId, municipalityId), isNull(commands.doneAt)))
        .orderBy(asc(commands.id))
      return rows.map((row): WalkCommand => ({ ...row.body, id: row.id, at: row.at }))
    },
    repair: (ownership, repair, effect) => repairIssue(database, ownership, repair, effect),
    commitCommand: (ownership, command, effect) => commitCommand(database, ownership, command, effect),
    regrouping: (municipalityId, id) => database.snapshot((tx) => readRegrouping(tx, municipalityId, id)),
    async commandResult(municipalityId, id) {
      const [row] = await orm
        .select()
        .from(commands)
        .where(and(eq(commands.municipalityId, municipalityId), eq(commands.id, id)))
      return row?.doneAt ? { ok: row.error === null, error: row.error } : null
    },
  }
}
