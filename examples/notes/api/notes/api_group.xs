api_group "notes" {
  canonical = "notes"
  description = "The notes of whoever is signed in"
}
