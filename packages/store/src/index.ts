export type { StoreConfig } from './connect-database.ts'
export {
  BadCursorError,
  ConflictError,
  FolderLockedError,
  InboxChangedError,
  MigrationError,
  OwnershipLostError,
  StaleVersionError,
  StoreError,
} from './errors.ts'
export { openStore } from './open-store.ts'
export { overlayReading } from './overlay-reading.ts'
export type * from './store.ts'
