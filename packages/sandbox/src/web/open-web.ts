import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten-core'
import { maxCopied } from '../engine/limits.ts'
import { hostCall } from './host-call.ts'
import { webTools } from './web-tools.ts'

/** Defines the web's globals in a context. The error that the engine threw, where it could not. */
export function openWeb(context: QuickJSContext): QuickJSHandle | null {
  const made = context.evalCode(webTools, 'cairn')
  if (made.error !== undefined) return made.error
  const host = context.newFunction('host', (name, text) => context.newString(answer(context, name, text)))
  const opened = context.callFunction(made.value, context.undefined, host)
  made.value.dispose()
  host.dispose()
  if (opened.error !== undefined) return opened.error
  opened.value.dispose()
  return null
}

/** What comes in is untrusted: texts of a bounded length, or nothing. */
function answer(context: QuickJSContext, name: QuickJSHandle, text: QuickJSHandle): string {
  if (context.typeof(name) !== 'string' || context.typeof(text) !== 'string') return '!texts are asked for'
  const length = context.getProp(text, 'length').consume((size) => context.getNumber(size))
  if (length > maxCopied) return `!a text may have ${maxCopied} characters`
  return hostCall(context.getString(name), context.getString(text))
}
