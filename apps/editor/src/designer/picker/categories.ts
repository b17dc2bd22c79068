import type { StatementInfo } from '../../definitions/definitions.ts'

/** The categories of the picker, in its order. */
export const categories: readonly { value: StatementInfo['category']; label: string }[] = [
  { value: 'database', label: 'Database requests' },
  { value: 'data', label: 'Variables' },
  { value: 'control', label: 'Control flow' },
  { value: 'security', label: 'Security' },
  { value: 'api', label: 'APIs & lambdas' },
  { value: 'function', label: 'Custom functions' },
  { value: 'array', label: 'Arrays' },
  { value: 'object', label: 'Objects' },
  { value: 'text', label: 'Text' },
  { value: 'math', label: 'Math' },
  { value: 'cache', label: 'Data caching' },
  { value: 'utility', label: 'Utility functions' },
  { value: 'storage', label: 'File storage' },
  { value: 'stream', label: 'Streams' },
  { value: 'cloud', label: 'Cloud services' },
  { value: 'ai', label: 'AI tools' },
  { value: 'debug', label: 'Debugging' },
]
