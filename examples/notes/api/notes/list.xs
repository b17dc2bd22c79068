// Newest first, and nobody else's.
query "notes" verb=GET {
  api_group = "notes"
  auth = "user"
  input {
  }
  stack {
    db.query "note" {
      where = $db.note.owner_id == $auth.id
      sort = {note.id: "desc"}
      return = {type: "list"}
    } as $notes
  }
  response = $notes
}
