// Makes an account and signs it in.
query "signup" verb=POST {
  api_group = "auth"
  input {
    text name filters=trim
    email email filters=trim|lower
    text password filters=min:8
  }
  stack {
    db.has "user" {
      field_name = "email"
      field_value = $input.email
    } as $taken
    precondition ($taken == false) {
      error_type = "inputerror"
      error = "This e-mail address has an account already."
    }
    db.add "user" {
      data = {name: $input.name, email: $input.email, password: $input.password}
    } as $user
    security.create_auth_token {
      table = "user"
      id = $user.id
      expiration = 86400
    } as $token
  }
  response = {authToken: $token}
}
