workspace notes {
}
---
table note {
  auth = false

  schema {
    int id
    text body
  }

  index = [
    {type: "primary", field: [{name: "id"}]}
  ]
}
---
api_group Notes {
  canonical = "notes"
}
---
query note verb=POST {
  api_group = "Notes"

  input {
    text body
  }

  stack {
    db.add note {
      data = {body: $input.body}
    } as $note
  }

  response = $note
}
---
query note verb=GET {
  api_group = "Notes"

  stack {
    db.query note {
      return = {type: "list"}
    } as $notes
  }

  response = $notes
}
