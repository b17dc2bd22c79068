/**
 * Which members of `$root` code names: so that only they are copied into its sandbox. `all` when it names the root
 * otherwise than as `$root.member`; null when it does not name it.
 */
export function mentioned(code: string, root: string): ReadonlySet<string> | 'all' | null {
  const members = new Set<string>()
  const word = `$${root}`
  for (let at = code.indexOf(word); at >= 0; at = code.indexOf(word, at + word.length)) {
    const [member, name] =
      /^(?:\?)?\.([A-Za-z_$][\w$]{0,200})/.exec(code.slice(at + word.length, at + word.length + 203)) ?? []
    if (member !== undefined) members.add(name!)
    else if (!/[\w$]/.test(code[at + word.length] ?? '')) return 'all'
  }
  return members.size === 0 ? null : members
}
