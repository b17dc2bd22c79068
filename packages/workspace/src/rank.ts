import type { Role } from './types.ts'

const ORDER: readonly Role[] = ['viewer', 'developer', 'admin', 'owner']

/** Where a role stands: more is more. */
export const rank = (role: Role): number => ORDER.indexOf(role)
