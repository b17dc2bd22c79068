export { createEditorApi, type EditorApi, type EditorApiOptions } from './create-editor-api.ts'
export type { Passwords } from './handlers.ts'
export { createSetupLink } from './setup-link.ts'
