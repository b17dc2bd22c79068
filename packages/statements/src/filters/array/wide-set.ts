/**
 * A set in many parts: one that grows past a million members is built anew in one go each time it doubles, and holds up
 * everybody else meanwhile.
 */
export class WideSet {
  private readonly parts = Array.from({ length: 128 }, () => new Set<unknown>())

  /** Whether it was not in it yet. */
  add(item: unknown): boolean {
    const part = this.partOf(item)
    const before = part.size
    return part.add(item).size > before
  }

  has(item: unknown): boolean {
    return this.partOf(item).has(item)
  }

  private partOf(item: unknown): Set<unknown> {
    return this.parts[typeof item === 'string' ? spread(item) & 127 : 0]!
  }
}

/** Texts that differ only at their ends should not all get the same. */
function spread(text: string): number {
  const { length } = text
  const last = text.charCodeAt(length - 1) + 31 * text.charCodeAt(length - 2)
  return length + 7 * last + 13 * text.charCodeAt(length >> 1)
}
