import { groupQuestions } from '@rumoer/analysis/cluster'
import { collection, type ResidentQuestion, residentQuestion, residentQuestionQuery } from '@rumoer/contracts'
import type { StoredQuestion } from '@rumoer/store'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Services } from '../../services.ts'
import { tenantOf } from '../../tenant.ts'
import { pageOfAll } from '../page-of-all.ts'
import { scoped } from '../scope.ts'

const DEFAULT_DAYS = 14
const DAY_MS = 86_400_000
/** The newest questions of a period; a month of the largest municipality has fewer. */
const MOST_ASKED = 5_000
const MOST_TOLD = 5
const MOST_MESSAGES = 50

/** What residents ask: the list that editors answer from. */
export const questionRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  app.get(
    '/v1/questions',
    {
      config: { access: 'messages.read' },
      schema: {
        tags: ['messages'],
        summary: 'Vragen van bewoners',
        description:
          'Vragen die op hetzelfde neerkomen zijn samen geteld, de meest gestelde eerst. Zonder `from` de laatste veertien dagen, zonder `category` alles wat de gemeente aangaat. `answered=false` geeft wat nog openstaat: een vraag is beantwoord als over elke kwestie waarin hij gesteld is daarna iets is gepubliceerd.',
        querystring: residentQuestionQuery.extend(scoped),
        response: { 200: collection(residentQuestion) },
      },
    },
    async (request) => {
      const { municipality, replay, from, to, area, category, answered, ...page } = request.query
      const { readId, now } = await tenantOf(services, request, { municipality, replay })
      const filter = { from: from ?? new Date(now.getTime() - DEFAULT_DAYS * DAY_MS).toISOString(), to, area, category }
      const groups = questionsOf(await services.store.messages.asked(readId, filter, MOST_ASKED))
      const wanted = answered === undefined ? groups : groups.filter(({ answeredAt }) => (answeredAt !== null) === answered)
      return pageOfAll(services, readId, wanted, page)
    },
  )
}

function questionsOf(asked: readonly StoredQuestion[]): ResidentQuestion[] {
  const byId = new Map(asked.map((one) => [one.id, one]))
  return groupQuestions(asked).map(({ question, ids }) => {
    const members = ids.map((id) => byId.get(id)!)
    const titles = new Map(members.map(({ issueId, issueTitle }) => [issueId, issueTitle]))
    return {
      question,
      times: members.length,
      firstAt: members[0]!.createdAt.toISOString(),
      lastAt: members.at(-1)!.createdAt.toISOString(),
      areaCodes: mostOften(members.flatMap(({ areaCode }) => areaCode ?? [])),
      issues: mostOften(members.map(({ issueId }) => issueId)).map((id) => ({ id, title: titles.get(id)! })),
      messages: ids.slice(0, MOST_MESSAGES),
      answeredAt: answerOf(members),
    }
  })
}

/** Answered when every one of them is; since the last. */
function answerOf(members: readonly StoredQuestion[]): string | null {
  const answers = members.flatMap(({ answeredAt }) => (answeredAt === null ? [] : [answeredAt.getTime()]))
  return answers.length === members.length ? new Date(Math.max(...answers)).toISOString() : null
}

function mostOften(values: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_TOLD)
    .map(([value]) => value)
}
