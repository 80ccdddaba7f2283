const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i

/** The issue that an id or a link copied from the address bar points at; null when neither. */
export function linkedIssue(text: string): string | null {
  const trimmed = text.trim()
  const place = URL.canParse(trimmed) ? new URL(trimmed).pathname : trimmed
  const parts = place.split(/[/?#]/).filter((part) => part.length === 36 && UUID.test(part))
  return parts.at(-1)?.toLowerCase() ?? null
}
