import type { RequestContext, Value } from '@cairn/statements'

/** The values of `$env.$name`, by name. */
const readers: Record<string, (request: RequestContext) => Value> = {
  remote_ip: (request) => request.remoteIp,
  http_headers: (request) => ({ ...request.headers }),
  request_uri: (request) => request.uri,
  request_method: (request) => request.method,
  request_querystring: (request) => request.querystring,
  request_auth_token: (request) => request.authToken,
  datasource: (request) => request.datasource,
  branch: (request) => request.branch,
  api_baseurl: (request) => request.baseUrl,
  tenant: () => null,
  release: () => 'cairn',
  platform: () => 'cairn',
  debugger: () => false,
}

export function systemValue(name: string, request: RequestContext): Value {
  return Object.hasOwn(readers, name) ? readers[name]!(request) : null
}
