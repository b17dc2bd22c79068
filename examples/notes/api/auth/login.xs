// The same answer for an unknown address and a wrong password: it does not tell who has an account.
query "login" verb=POST {
  api_group = "auth"
  input {
    email email filters=trim|lower
    text password
  }
  stack {
    db.get "user" {
      field_name = "email"
      field_value = $input.email
    } as $user
    precondition ($user != null) {
      error_type = "accessdenied"
      error = "Wrong e-mail address or password."
    }
    security.check_password {
      text_password = $input.password
      hash_password = $user.password
    } as $right
    precondition ($right == true) {
      error_type = "accessdenied"
      error = "Wrong e-mail address or password."
    }
    security.create_auth_token {
      table = "user"
      id = $user.id
      expiration = 86400
    } as $token
  }
  response = {authToken: $token}
}
