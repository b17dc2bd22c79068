export interface Branches<Branch> {
  /** See `Served.branch`. */
  find: (name: string) => Branch | null | Promise<Branch | null>
  /** The branch is there, and what was loaded of it is not what is published any more. */
  changed: (name: string) => void
}

/**
 * The branches of a workspace by name: the live one, which is loaded, and others that `load` makes on first use; null for
 * one that was deleted.
 */
export function createBranches<Branch extends { name: string }>(
  live: Branch,
  load: (name: string) => Promise<Branch | null>,
): Branches<Branch> {
  /** Null: there, and not loaded yet. */
  const others = new Map<string, Branch | Promise<Branch | null> | null>()

  const start = (name: string): Promise<Branch | null> => {
    const loading = load(name)
    others.set(name, loading)
    // A publish meanwhile has put something newer, or nothing, in its place.
    const isLatest = () => others.get(name) === loading
    loading.then(
      (branch) => {
        if (!isLatest()) return
        if (branch === null) others.delete(name)
        else others.set(name, branch)
      },
      () => isLatest() && others.set(name, null),
    )
    return loading
  }

  return {
    find(name) {
      if (name === live.name) return live
      const known = others.get(name)
      return known === undefined ? null : (known ?? start(name))
    },
    changed: (name) => void others.set(name, null),
  }
}
