export { contract, type Contract, type RouteName } from './contract.ts'
export { ApiError, createEditorClient, type EditorClient } from './client.ts'
export { openApi } from './openapi.ts'
export type { InputOf, OutputOf, Permission, Route } from './route.ts'
