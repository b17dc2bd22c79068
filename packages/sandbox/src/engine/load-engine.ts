import variant from '@jitl/quickjs-singlefile-mjs-release-sync'
import { newQuickJSWASMModuleFromVariant, type QuickJSWASMModule } from 'quickjs-emscripten-core'

/** An engine with memory of its own: QuickJS, compiled to WebAssembly, inside this thread. */
export function loadEngine(): Promise<QuickJSWASMModule> {
  return newQuickJSWASMModuleFromVariant(variant)
}
