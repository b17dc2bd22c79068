workspace uploads {
}
---
table document {
  auth = false

  schema {
    int id
    attachment? file?
  }

  index = [
    {type: "primary", field: [{name: "id"}]}
  ]
}
---
api_group Uploads {
  canonical = "uploads"
}
---
query document verb=POST {
  api_group = "Uploads"

  input {
    file document
    text access
  }

  stack {
    storage.create_attachment {
      value = $input.document
      access = $input.access
      filename = $input.document.name
    } as $stored

    db.add document {
      data = {file: $stored}
    } as $row

    storage.sign_private_url {
      pathname = $row.file.path
      ttl = 60
    } as $signed
  }

  response = {file: $row.file, signed: $signed}
}
