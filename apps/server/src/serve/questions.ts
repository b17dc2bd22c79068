/** Questions to another process, each of which gets the answer that has its number. Plain data, sent as JSON. */
export class Questions<Question, Answer> {
  readonly #send: (id: number, question: Question) => void
  readonly #waiting = new Map<number, (answer: Answer) => void>()
  #asked = 0

  constructor(send: (id: number, question: Question) => void) {
    this.#send = send
  }

  ask(question: Question): Promise<Answer> {
    return new Promise((resolve) => {
      const id = this.#asked++
      this.#waiting.set(id, resolve)
      this.#send(id, question)
    })
  }

  answered(id: number, answer: Answer): void {
    this.#waiting.get(id)?.(answer)
    this.#waiting.delete(id)
  }

  /** The other process answers no more: what still waits gets this. */
  end(answer: Answer): void {
    for (const resolve of this.#waiting.values()) resolve(answer)
    this.#waiting.clear()
  }
}
