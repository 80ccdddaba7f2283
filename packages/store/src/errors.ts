/** The world is wrong, not the caller: says which HTTP status fits and whether trying again may help. */
export class StoreError extends Error {
  readonly status: number
  readonly retry: boolean
  constructor(message: string, { status, retry, cause }: { status: number; retry: boolean; cause?: unknown }) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = new.target.name
    this.status = status
    this.retry = retry
  }
}

/** Something with that name, code or address exists already. */
export class ConflictError extends StoreError {
  constructor(message: string) {
    super(message, { status: 409, retry: false })
  }
}

/** Another process walks this municipality now: nothing was committed. */
export class OwnershipLostError extends StoreError {
  constructor(municipalityId: number, epoch: number) {
    super(`municipality ${municipalityId}: ownership ${epoch}, expected the present one`, { status: 503, retry: true })
  }
}

/** The version that was edited is not the present one; `current` is what stands now. */
export class StaleVersionError<Current = unknown> extends StoreError {
  readonly current: Current
  constructor(message: string, current: Current) {
    super(message, { status: 409, retry: false })
    this.current = current
  }
}

/** A version of a rule that no back-test looked at may not go live. */
export class NotTestedError extends StoreError {
  constructor(id: string, version: number) {
    super(`rule ${id}: version ${version} has no back-test; run one of this version first (POST /v1/rules/_backtest)`, {
      status: 409,
      retry: false,
    })
  }
}

/** The rows that were walked are not in the inbox any more: another walk or an erasure took them. Read the inbox again. */
export class InboxChangedError extends StoreError {
  constructor(municipalityId: number, found: number, expected: number) {
    super(`municipality ${municipalityId}: ${found} inbox rows, expected ${expected}`, { status: 409, retry: true })
  }
}

/** A live process holds the data folder and cannot be joined. */
export class FolderLockedError extends StoreError {
  constructor(message: string) {
    super(message, { status: 503, retry: true })
  }
}

/** A migration that was applied differs from its file, or the database is newer than the program. */
export class MigrationError extends StoreError {
  constructor(message: string) {
    super(message, { status: 500, retry: false })
  }
}

/** A page's cursor that no page of ours gave out. */
export class BadCursorError extends StoreError {
  constructor(cursor: string) {
    super(`cursor: ${cursor.slice(0, 80)}, expected the \`next\` of an earlier page of the same list`, { status: 400, retry: false })
  }
}

/** What was given is no whole back-up of ours, or there is no empty database for it. */
export class BackupError extends StoreError {
  constructor(message: string) {
    super(message, { status: 400, retry: false })
  }
}
