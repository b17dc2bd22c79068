export type * from './tree.ts'
export type * from './diagnostic.ts'
export type * from './objects/types.ts'
export type * from './objects/workspace-model.ts'
