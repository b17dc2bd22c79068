export { createEditorApi } from './create-editor-api.ts'
export { createSetupLink } from './setup-link.ts'
