import { named, optional, required } from '../../define/parameters.ts'
import { readNumber, readObject, readText, readValue } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'security.create_auth_token',
  label: 'Create authentication token',
  category: 'security',
  icon: 'key-round',
  help: 'Makes the token with which a row of an auth table signs in to endpoints.',
  keywords: ['login', 'sign in', 'session', 'jwt', 'jwe'],
  args: {
    table: named('table', 'Table', 'A table with authentication switched on.'),
    id: required('any', 'Id', 'The primary key of the row that signs in.'),
    extras: optional('object', 'Extras', 'Kept in the token; read back as $auth.extras.', {}),
    expiration: optional('int', 'Expiration', 'Seconds the token is good for; 0 means it never expires.', 86_400),
  },
  result: 'text',
  needs: ['auth'],
}

export const run: Run = (args, { ports }) =>
  ports.auth.createToken({
    table: readText(args, 'table'),
    id: readValue(args, 'id'),
    extras: readObject(args, 'extras'),
    expiration: readNumber(args, 'expiration'),
  })

export const examples: readonly StatementExample[] = [
  {
    title: 'is a text',
    stack: `security.create_auth_token {
      table = "user"
      id = 7
      extras = {role: "admin"}
      expiration = 3600
    } as $token
    var $x {
      value = $token|is_text
    }`,
    expect: true,
  },
  {
    title: 'extras are an object',
    stack: `try_catch {
      try {
        security.create_auth_token {
          table = "user"
          id = 7
          extras = "admin"
        } as $token
      }
      catch {
        var $x {
          value = "refused"
        }
      }
    }`,
    expect: 'refused',
  },
]
