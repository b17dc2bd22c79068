/** The functions and requests that a test started beside its stack. */
export class RunBeside {
  readonly #running = new Set<Promise<unknown>>()

  /** `work` never rejects. */
  add(work: Promise<unknown>): void {
    this.#running.add(work)
    void work.then(() => this.#running.delete(work))
  }

  /** When all have ended, those that they start themselves included, or after so many milliseconds. */
  async ended(longest: number): Promise<void> {
    if (this.#running.size === 0) return
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, longest)
    })
    await Promise.race([this.#all(), late])
    clearTimeout(timer)
  }

  async #all(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
  }
}
