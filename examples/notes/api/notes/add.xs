// The owner comes from the token: no input can name another.
query "notes" verb=POST {
  api_group = "notes"
  auth = "user"
  input {
    text body filters=trim|min:1
  }
  stack {
    db.add "note" {
      data = {owner_id: $auth.id, body: $input.body}
    } as $note
  }
  response = $note
}
