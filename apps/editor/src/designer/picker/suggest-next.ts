/** What most often follows a statement in real workspaces; '' stands for the start of a stack. */
const FOLLOWERS: Readonly<Record<string, readonly string[]>> = {
  '': ['db.query', 'db.get', 'var', 'precondition', 'function.run'],
  'db.get': ['precondition', 'conditional', 'security.check_password', 'var', 'db.edit'],
  'db.query': ['var', 'foreach', 'conditional', 'precondition'],
  'db.has': ['precondition', 'conditional'],
  'db.add': ['security.create_auth_token', 'var', 'function.run'],
  'db.edit': ['db.get', 'var', 'return'],
  precondition: ['db.add', 'db.edit', 'var', 'security.create_auth_token', 'db.get'],
  'security.check_password': ['precondition', 'security.create_auth_token'],
  'security.create_auth_token': ['var', 'return'],
  var: ['var', 'conditional', 'db.query', 'foreach'],
  conditional: ['var', 'db.add', 'return'],
  foreach: ['var.update', 'conditional', 'db.add'],
  'api.request': ['precondition', 'var', 'conditional'],
}

/** Names of statements to offer first behind another one. */
export const suggestNext = (previous: string): readonly string[] => FOLLOWERS[previous] ?? FOLLOWERS[''] ?? []
