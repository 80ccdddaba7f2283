import type { Issue, IssuePatch } from '@rumoer/contracts'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './api.ts'
import { type IssuePages, issueQuery } from './queries.ts'

type Change = { issue: Issue; patch: IssuePatch; shown: Partial<Issue> }

/** Shows the issue changed in every list and on its own page. */
export function showIssue(client: QueryClient, issue: Issue): void {
  client.setQueryData(issueQuery(null, issue.id).queryKey, issue)
  client.setQueriesData<IssuePages>(
    { queryKey: [null, 'issues'] },
    (pages) =>
      pages && {
        ...pages,
        pages: pages.pages.map((page) => ({ ...page, items: page.items.map((item) => (item.id === issue.id ? issue : item)) })),
      },
  )
}

/** Changes an issue at once on this screen; what the server refuses is put back and told. */
export function useIssuePatch() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ issue, patch }: Change) => request<Issue>(`/issues/${issue.id}`, { method: 'PATCH', body: patch }),
    onMutate: ({ issue, shown }) => showIssue(client, { ...issue, ...shown }),
    onSuccess: (answer) => {
      showIssue(client, answer)
      void client.invalidateQueries({ queryKey: [null, 'timeline', answer.id] })
    },
    onError: (_error, { issue }) => {
      showIssue(client, issue)
      void client.invalidateQueries({ queryKey: issueQuery(null, issue.id).queryKey })
    },
  })
}

/** The change behind “Ik pak dit op”. */
export const takeChange = (issue: Issue, me: { id: string; name: string }): Change => ({
  issue,
  patch: { status: 'acknowledged', assignee: me.id },
  shown: { status: 'acknowledged', assignee: { id: me.id, name: me.name } },
})
