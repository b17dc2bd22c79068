export { createSandbox, type Sandbox, type SandboxOptions } from './create-sandbox.ts'
export { createInlineSandbox } from './inline-sandbox.ts'
