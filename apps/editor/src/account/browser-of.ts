const BROWSERS = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const

const SYSTEMS = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
] as const

const named = (agent: string, names: readonly (readonly [RegExp, string])[]) =>
  names.find(([pattern]) => pattern.test(agent))?.[1]

/** The words for a `User-Agent` header: browser and system where they are known ones, else the header itself. */
export function browserOf(agent: string): string {
  const browser = named(agent, BROWSERS)
  const system = named(agent, SYSTEMS)
  if (browser === undefined) return agent.slice(0, 80) || 'Unknown browser'
  return system === undefined ? browser : `${browser} on ${system}`
}
