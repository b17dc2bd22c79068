import { authLine, canonical, quoted } from './written.ts'

/** Which auth table the endpoints are for and which group they are in. */
export interface AuthenticationOptions {
  table: string
  apiGroup: string
  /** Columns of the table; `email` and `password` must be among them, the others are left out where they are not. */
  columns: readonly string[]
}

const standard: AuthenticationOptions = {
  table: 'user',
  apiGroup: 'Authentication',
  columns: ['id', 'created_at', 'name', 'email', 'password'],
}
/** Seconds a token is good for. */
const oneDay = 86_400

/** `POST auth/signup`: adds a row and answers `{authToken}`. The password is hashed where the column is written. */
export function authSignup({ table, apiGroup, columns }: AuthenticationOptions = standard): string {
  const named = columns.includes('name')
  return canonical(`query "auth/signup" verb=POST {
  api_group = ${quoted(apiGroup)}
  description = "Sign up and retrieve an authentication token"

  input {
    ${named ? 'text name? filters=trim' : ''}
    email email? filters=trim|lower
    text password? {
      sensitive = true
    }
  }

  stack {
    db.get ${quoted(table)} {
      field_name = "email"
      field_value = $input.email
    } as $user

    precondition ($user == null) {
      error_type = "accessdenied"
      error = "This account is already in use."
    }

    db.add ${quoted(table)} {
      data = {
        ${columns.includes('created_at') ? 'created_at: "now"' : ''}
        ${named ? 'name: $input.name' : ''}
        email     : $input.email
        password  : $input.password
      }
    } as $user

    ${token(table)}
  }

  response = {authToken: $authToken}
}`)
}

/** `POST auth/login`: checks the password and answers `{authToken}`. Both failures read alike: neither says which. */
export function authLogin({ table, apiGroup, columns }: AuthenticationOptions = standard): string {
  return canonical(`query "auth/login" verb=POST {
  api_group = ${quoted(apiGroup)}
  description = "Login and retrieve an authentication token"

  input {
    email email? filters=trim|lower
    text password? {
      sensitive = true
    }
  }

  stack {
    db.get ${quoted(table)} {
      field_name = "email"
      field_value = $input.email
      output = ${output(columns, ['id', 'created_at', 'name', 'email', 'password'])}
    } as $user

    precondition ($user != null) {
      error_type = "accessdenied"
      error = "Invalid Credentials."
    }

    security.check_password {
      text_password = $input.password
      hash_password = $user.password
    } as $pass_result

    precondition ($pass_result) {
      error_type = "accessdenied"
      error = "Invalid Credentials."
    }

    ${token(table)}
  }

  response = {authToken: $authToken}
}`)
}

/** `GET auth/me`: the row that the token speaks for. */
export function authMe({ table, apiGroup, columns }: AuthenticationOptions = standard): string {
  return canonical(`query "auth/me" verb=GET {
  api_group = ${quoted(apiGroup)}
  description = "Get the record that belongs to the authentication token"
  ${authLine(table)}

  input {
  }

  stack {
    db.get ${quoted(table)} {
      field_name = "id"
      field_value = $auth.id
      output = ${output(columns, ['id', 'created_at', 'name', 'email'])}
    } as $user
  }

  response = $user
}`)
}

function output(columns: readonly string[], wanted: readonly string[]): string {
  return JSON.stringify(wanted.filter((name) => columns.includes(name)))
}

function token(table: string): string {
  return `security.create_auth_token {
      table = ${quoted(table)}
      extras = {}
      expiration = ${oneDay}
      id = $user.id
    } as $authToken`
}
