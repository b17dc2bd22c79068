export { createEditorApi } from './create-editor-api.ts'
export { createSetupLink } from './setup-link.ts'
export { Refusal } from './refusal.ts'
export type { EditorServing, TableScan, WorkspaceTokens } from './serving.ts'
