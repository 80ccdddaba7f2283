import type { Rule, RuleDefinition } from '@rumoer/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError, request } from '../../lib/api.ts'
import { rulesQuery } from '../../lib/queries.ts'
import { useText } from '../../lib/text.ts'
import { announce } from '../../ui/announcer.tsx'

type Change = { rule: Rule | null; body: Partial<RuleDefinition> & { live?: boolean } }

/** Makes a rule, changes one, or switches it on or off; says how that went. */
export function useRuleChange(onDone?: (rule: Rule) => void) {
  const client = useQueryClient()
  const text = useText()
  return useMutation({
    mutationFn: ({ rule, body }: Change) =>
      rule === null
        ? request<Rule>('/rules', { method: 'POST', body })
        : request<Rule>(`/rules/${rule.id}`, { method: 'PATCH', body: { version: rule.version, ...body } }),
    onSuccess: (rule, { body }) => {
      const words = body.live === undefined ? 'rule.saved' : body.live ? 'rule.turnedOn' : 'rule.turnedOff'
      announce(text(words, { name: rule.name }))
      onDone?.(rule)
    },
    onError: (error) => announce(text('rule.refused', { detail: detailOf(error) })),
    onSettled: () => client.invalidateQueries({ queryKey: rulesQuery.queryKey }),
  })
}

/** What the server said is wrong, for people. */
export function detailOf(error: Error | null): string {
  if (!(error instanceof ApiError)) return error?.message ?? ''
  const errors = error.problem?.errors ?? []
  return errors.length > 0 ? errors.map(({ path, expected }) => `${path}: ${expected}`).join('. ') : (error.problem?.detail ?? '')
}
