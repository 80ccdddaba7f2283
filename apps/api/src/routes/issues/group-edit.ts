import type { FieldError } from '@rumoer/contracts'
import { shownValue } from '@rumoer/walk'
import { badField, badInput, notFound } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { linkedIssue } from './linked-issue.ts'

/** The issues that are asked to go into another, each known here and none of them that other; all mistakes together. */
export async function mergedIssues(services: Services, municipalityId: number, into: string, asked: readonly string[]): Promise<string[]> {
  const { issues } = services.store
  if (!(await issues.byId(municipalityId, into))) throw notFound('such issue')
  const found = new Set<string>()
  const errors: FieldError[] = []
  for (const [index, text] of asked.entries()) {
    const refuse = (expected: string) => errors.push({ path: `issues.${index}`, value: shownValue(text), expected })
    const id = linkedIssue(text)
    if (id === null) refuse('expected the id of an issue, or a link to one')
    else if (id === into) refuse('expected another issue than the one it goes into')
    else if (!(await issues.byId(municipalityId, id))) refuse('expected an issue that is here')
    else found.add(id)
  }
  if (errors.length > 0) throw badInput(errors)
  return [...found]
}

/** The messages that are asked to leave an issue: all of them in it, and not all that it has. */
export async function splitMessages(services: Services, municipalityId: number, from: string, asked: readonly string[]): Promise<string[]> {
  const issue = await services.store.issues.byId(municipalityId, from)
  if (!issue) throw notFound('such issue')
  const placed = new Map((await services.store.walk.placed(municipalityId, asked)).map(({ messageId, issueId }) => [messageId, issueId]))
  const errors = asked.flatMap((id, index): FieldError[] =>
    placed.get(id) === from ? [] : [{ path: `messages.${index}`, value: shownValue(id), expected: 'expected a message of this issue' }],
  )
  if (errors.length > 0) throw badInput(errors)
  const moved = [...new Set(asked)]
  if (moved.length >= issue.messages)
    throw badField('messages', `${moved.length} messages`, `expected fewer than the ${issue.messages} of this issue`)
  return moved
}

/** The issue that messages are asked to go into: known here, and another than the one that they are in. */
export async function otherIssue(services: Services, municipalityId: number, from: string, asked: string): Promise<string> {
  const linked = linkedIssue(asked)
  const found = linked === null ? null : await services.store.issues.byId(municipalityId, linked)
  if (!found) throw badField('into', asked, 'expected the id of an issue that is here, or a link to one')
  if (found.id === from) throw badField('into', asked, 'expected another issue than the one that they are in')
  return found.id
}

/** The merge or split that is asked to be undone: one of this issue. */
export async function expectRegrouping(services: Services, municipalityId: number, issueId: string, id: number): Promise<void> {
  if (!(await services.store.issues.byId(municipalityId, issueId))) throw notFound('such issue')
  const found = await services.store.walk.regrouping(municipalityId, id)
  if (!found || ![found.kept, found.other].includes(issueId))
    throw badField('regrouping', String(id), 'expected a merge or split of this issue')
}
