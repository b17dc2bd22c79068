export { checkCodes, checkWorkspace } from './check-workspace.ts'
