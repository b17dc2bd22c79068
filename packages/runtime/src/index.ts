export type * from './types.ts'
export { loadProgram } from './load-program.ts'
