export type { StoreConfig } from './connect-database.ts'
export {
  BackupError,
  BadCursorError,
  ConflictError,
  FolderLockedError,
  InboxChangedError,
  MigrationError,
  NotTestedError,
  OwnershipLostError,
  StaleVersionError,
  StoreError,
} from './errors.ts'
export { momentWords } from './moment-words.ts'
export { openStore } from './open-store.ts'
export { overlayReading } from './overlay-reading.ts'
export { restoreStore } from './restore.ts'
export type * from './store.ts'
