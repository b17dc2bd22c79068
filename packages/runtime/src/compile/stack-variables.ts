import { js, type Code } from '@cairn/statements'

interface Variable {
  code: Code
  /** Flag that says whether the variable's container is its own; null until a statement changes it in place. */
  owned: Code | null
}

/** The variables of a stack: numbered slots, which of them are surely set here, and which own their container. */
export class StackVariables {
  private readonly byName = new Map<string, Variable>()
  private set = new Set<string>()
  private readonly mutated: ReadonlySet<string>
  private count = 0

  /** `mutated`: names of the variables that a statement changes in place. */
  constructor(mutated: ReadonlySet<string>) {
    this.mutated = mutated
  }

  get(name: string): Variable {
    const known = this.byName.get(name)
    if (known !== undefined) return known
    const slot = this.count++
    const made: Variable = { code: js`v${slot}`, owned: this.mutated.has(name) ? js`o${slot}` : null }
    this.byName.set(name, made)
    return made
  }

  isSet(name: string): boolean {
    return this.set.has(name)
  }

  markSet(name: string): void {
    this.set.add(name)
  }

  /** What is set inside may stay unset after. */
  inBranch(inside: () => void): void {
    const before = new Set(this.set)
    inside()
    this.set = before
  }

  entries(): IterableIterator<[name: string, variable: Variable]> {
    return this.byName.entries()
  }
}
