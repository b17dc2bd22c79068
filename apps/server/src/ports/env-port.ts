import { getMember, type EnvPort, type Value } from '@cairn/statements'

/**
 * The variables a workspace was given. What a request knows of itself (`$remote_ip`, `$http_headers`, …) comes from its
 * RequestContext and takes no part.
 */
export function createEnvPort(variables: { readonly [key: string]: Value }): EnvPort {
  const own = { ...variables }
  return {
    get: (name) => getMember(own, name) ?? null,
    all: () => ({ ...own }),
  }
}
