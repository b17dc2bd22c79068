api_group "auth" {
  canonical = "notes-auth"
  description = "Sign up, sign in, and who am I"
}
