/** A synchronous build has used up its time slice: its stack starts again in the asynchronous build. Never seen by users. */
export class Exhausted extends Error {
  constructor() {
    super('exhausted')
    this.name = 'Exhausted'
  }
}
