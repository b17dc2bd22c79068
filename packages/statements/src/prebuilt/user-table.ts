import { canonical, quoted } from './written.ts'

/** The table of people who can sign in, as a new workspace has it. */
export function userTable(name = 'user'): string {
  return canonical(`table ${quoted(name)} {
  auth = true

  schema {
    int id
    timestamp created_at?=now
    text name filters=trim
    email? email filters=trim|lower
    password? password filters=min:8|minAlpha:1|minDigit:1
  }

  index = [
    {type: "primary", field: [{name: "id"}]}
    {type: "btree", field: [{name: "created_at", op: "desc"}]}
    {type: "btree|unique", field: [{name: "email", op: "asc"}]}
  ]
}`)
}
