export { createWorkspaceStore } from './create-workspace-store.ts'
export { WorkspaceError, type WorkspaceErrorCode } from './workspace-error.ts'
export type * from './types.ts'
