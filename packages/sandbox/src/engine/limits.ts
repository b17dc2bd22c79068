/** Bytes one job may hold. */
export const maxMemory = 64 * 1024 * 1024
/** Bytes of the engine's own stack. */
export const maxStack = 512 * 1024
/** Characters of the JSON that goes in and comes out. */
export const maxCopied = 8 * 1024 * 1024
/** Levels of what goes in and comes out. */
export const maxDepth = 512
/** Characters of code. */
export const maxCode = 256 * 1024
