/** Where a command writes: results to `out`, everything said about them to `error`. A text is one or more whole lines. */
export interface Terminal {
  out(text: string): void
  error(text: string): void
}

interface Flag {
  /** Left out for a switch; otherwise the word that stands for the value in the help. */
  value?: string
  repeats?: boolean
  help: string
}

export interface CommandLine {
  paths: string[]
  flags: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
}

/** A command as data; what it does is loaded when it is called. */
export interface Command {
  name: string
  /** The paths it takes, as the help shows them. */
  paths: { label: string; min: number; max: number }
  help: string
  flags: Readonly<Record<string, Flag>>
  /** Resolves to the exit code. */
  load(): Promise<(line: CommandLine, terminal: Terminal) => Promise<number>>
}

/** A command line that cannot be carried out: one clear line, exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}
