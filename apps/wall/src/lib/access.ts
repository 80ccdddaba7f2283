import { type Permission, ROLE_PERMISSIONS, type Session } from '@rumoer/contracts'

/** Whether the person may do this. The server decides; this only hides what would be refused. */
export const may = (session: Session | undefined, permission: Permission): boolean =>
  session !== undefined && ROLE_PERMISSIONS[session.role].includes(permission)
