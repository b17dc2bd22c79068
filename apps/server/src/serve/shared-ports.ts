import { unavailableCache, unavailableFiles, unavailableHttp } from '../ports/unavailable-ports.ts'
import type { SharedPorts } from './workspace-ports.ts'

export function createSharedPorts(): SharedPorts & { close(): void } {
  return {
    http: unavailableHttp(),
    cache: () => unavailableCache(),
    files: () => unavailableFiles(),
    close: () => undefined,
  }
}
