/**
 * Lets so many work at once. Of those that wait, who came last goes first: for a search while somebody types, the text
 * that is complete.
 */
export class Turns {
  private readonly waiting: (() => void)[] = []
  private free: number

  constructor(most: number) {
    this.free = most
  }

  /** Runs `work` when it is its turn. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.free > 0) this.free -= 1
    else await new Promise<void>((resolve) => this.waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = this.waiting.pop()
      if (next === undefined) this.free += 1
      else next()
    }
  }
}
