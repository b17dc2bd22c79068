import { checkWhole, FileResource, ValueStream, type ClockPort, type LogPort } from '@cairn/statements'

export interface LogPortOptions {
  clock: Pick<ClockPort, 'now'>
  /** Takes one line without its newline. */
  write: (line: string) => void
  workspace: string
  requestId: string
}

/** Characters of a value that a line keeps. */
const longestValue = 10_000

/** Writes each debugged value as one line of JSON; a long value is cut and says so. */
export function createLogPort({ clock, write, workspace, requestId }: LogPortOptions): LogPort {
  return {
    debug(value) {
      const time = new Date(clock.now()).toISOString()
      checkWhole(value)
      const text = JSON.stringify(value, withoutContents)
      const shown =
        text.length <= longestValue ? { value } : { start: text.slice(0, longestValue), length: text.length }
      write(JSON.stringify({ time, level: 'debug', workspace, request: requestId, ...shown }, withoutContents))
    },
  }
}

function withoutContents(_key: string, value: unknown): unknown {
  if (value instanceof ValueStream) return '[stream]'
  if (value instanceof FileResource) return { name: value.name, mime: value.mime, size: value.size }
  return value
}
