/** A sandbox has no packages: every `import` fails, and says so. */
export function refuseModule(name: string): { error: Error } {
  return { error: new Error(`"${name.slice(0, 80)}" can't be imported: lambdas have no packages`) }
}
