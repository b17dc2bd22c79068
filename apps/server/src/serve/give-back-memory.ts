import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Collects what a start leaves behind, texts and trees that were read, which V8 would keep until the heap has doubled:
 * half the memory of a process that serves a thousand endpoints. Takes some ten milliseconds.
 */
export function giveBackMemory(): void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  setFlagsFromString('--no-expose-gc')
  if (typeof collect === 'function') collect()
}
