import type { Problem } from '@rumoer/contracts'

/** The server's answer to a request that failed. `retry` says whether the same request may succeed later. */
export class ApiError extends Error {
  readonly status: number
  readonly retry: boolean
  readonly problem: Problem | null
  readonly body: unknown
  constructor(status: number, problem: Problem | null, body: unknown = null) {
    super(problem?.detail ?? `status ${status}`)
    this.name = 'ApiError'
    this.status = status
    this.retry = status === 0 || status === 429 || status >= 500
    this.problem = problem
    this.body = body
  }
}

let csrfToken: string | null = null
/** Remembers the token of the session; unsafe requests carry it. */
export function rememberCsrfToken(token: string | null): void {
  csrfToken = token
}

type Query = Record<string, string | number | boolean | null | undefined>

/** `/v1/issues` with the given query; empty values are left out. */
export function apiPath(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return `/v1${path}${text ? `?${text}` : ''}`
}

/** `body` is sent as JSON, `bytes` as they are. */
type RequestOptions = { method?: string; query?: Query; body?: unknown; bytes?: Blob; signal?: AbortSignal }

/** Asks the API and answers its JSON. Throws `ApiError` for every answer that is not a success; status 0 is no answer at all. */
export async function request<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  const method = options.method ?? 'GET'
  const headers: Record<string, string> = { accept: 'application/json' }
  if (options.body !== undefined) headers['content-type'] = 'application/json'
  else if (options.bytes) headers['content-type'] = 'application/octet-stream'
  if (method !== 'GET' && csrfToken) headers['x-csrf-token'] = csrfToken
  const body = options.body === undefined ? options.bytes : JSON.stringify(options.body)
  const response = await fetch(apiPath(path, options.query), { method, headers, body, signal: options.signal }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError(0, null)
  })
  const text = await response.text()
  const json = parseJson(text)
  if (!response.ok) throw new ApiError(response.status, isProblem(json) ? json : null, json)
  return json as Answer
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text)
  } catch {
    return null
  }
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'title' in value && 'status' in value && 'detail' in value
}
