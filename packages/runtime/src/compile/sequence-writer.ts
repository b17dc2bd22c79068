import { commas, js, type Code } from '@cairn/statements'
import type { SequencePlace, TraceLeaf, TraceSequence, TraceSite } from '../trace/trace-sink.ts'

/** Where the code goes. */
export interface SequenceTarget {
  line(code: Code): void
  constant(constant: unknown): Code
  temp(): Code
}

/**
 * Writes the part of a traced build that tells statements without blocks together: their values stay in variables of the
 * function until one call tells them all, `q` says whether there are any, and whoever catches an error tells those there
 * are by then.
 */
export class SequenceWriter {
  private readonly target: SequenceTarget
  private sequence: TraceSequence | null = null
  private leaf: TraceLeaf | null = null
  /** Whether that statement has blocks: it ends the sequence before the first of them. */
  private opens = false
  /** By the number of the statement's place. */
  private readonly places: (SequencePlace | undefined)[] = []
  /** How many values the longest sequence has. */
  private most = 0
  /** Whether a statement catches errors, and so has to reach the values before it is known how many there are. */
  private catches = false

  constructor(target: SequenceTarget) {
    this.target = target
  }

  /** A statement begins; `place` is its number, `opens` whether it has blocks. */
  enter(site: TraceSite, place: number, opens: boolean): void {
    if (this.sequence === null) {
      this.sequence = { leaves: [] }
      this.target.line(js`q = true`)
    }
    this.leaf = { site, first: this.length, args: [], sets: [] }
    this.opens = opens
    const index = this.sequence.leaves.push(this.leaf) - 1
    this.places[place] = { sequence: this.sequence, index }
  }

  /** The code of an argument of the statement that is written; null when that is told by itself. */
  argument(name: string, code: Code): Code | null {
    if (this.leaf === null) return null
    const { first, args } = this.leaf
    const known = args.indexOf(name)
    const variable = this.variable(first + (known < 0 ? args.push(name) - 1 : known))
    if (!this.opens) return js`(${variable} = ${code})`
    const temp = this.target.temp()
    this.target.line(js`${variable} = undefined`)
    this.target.line(js`${variable} = ${temp} = ${code}`)
    this.openBlocks()
    return temp
  }

  /** The blocks of the statement begin, or it ends without any. */
  openBlocks(): void {
    if (!this.opens) return
    this.opens = false
    this.leaf = null
    this.end()
  }

  /**
   * The statement ends, having set those variables: code to put before all of it; null when it is told by itself. Should an
   * error stop it, what it did not come to is not that of another.
   */
  leave(changed: readonly (readonly [name: string, code: Code])[]): Code | null {
    const { leaf } = this
    if (leaf === null) return null
    this.leaf = null
    for (const [name, code] of changed) {
      const variable = this.variable(leaf.first + leaf.args.length + leaf.sets.push(name) - 1)
      this.target.line(js`${variable} = ${code}`)
    }
    const own = Array.from({ length: leaf.args.length + leaf.sets.length }, (_, index) => leaf.first + index)
    return own.reduceRight((rest, index) => js`${this.variable(index)} = ${rest}`, js`undefined`)
  }

  /** What the statement wrote was taken back: it fails. */
  takenBack(): void {
    if (this.leaf !== null) this.leaf.args.length = 0
    this.leaf = null
    this.opens = false
  }

  /** Whatever can lead elsewhere, or tells something of its own, ends a sequence. */
  end(): void {
    if (this.sequence === null) return
    const values = Array.from({ length: this.length }, (_, index) => this.variable(index))
    this.target.line(js`tr.ran(${this.target.constant(this.sequence)}, [${commas(values)}])`)
    this.target.line(js`q = false`)
    this.sequence = null
  }

  /** For where a statement catches an error. */
  caught(): Code {
    this.catches = true
    return this.stopped(js`told()`)
  }

  /** For where an error ends the stack; when all is written. */
  failed(): Code {
    return this.most === 0 ? js`` : this.stopped(this.all())
  }

  /** Declares the variables where both can see them; when all is written. */
  declarations(): Code[] {
    const variables = Array.from({ length: this.most }, (_, index) => js`let ${this.variable(index)};`)
    // Not made where it is not needed: what a function holds is slower to write.
    const told = this.catches ? [js`const told = () => ${this.all()};`] : []
    return [js`let q = false;`, ...variables, ...told]
  }

  /** How many values the sequence has by now. */
  private get length(): number {
    const last = this.sequence?.leaves.at(-1)
    return last === undefined ? 0 : last.first + last.args.length + last.sets.length
  }

  private variable(index: number): Code {
    this.most = Math.max(this.most, index + 1)
    return js`w${index}`
  }

  private all(): Code {
    return js`[${commas(Array.from({ length: this.most }, (_, index) => this.variable(index)))}]`
  }

  private stopped(values: Code): Code {
    return js`if (q) { q = false; tr.stopped(${this.target.constant(this.places)}[s], ${values}) }`
  }
}
