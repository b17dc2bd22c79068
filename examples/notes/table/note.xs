table "note" {
  schema {
    int id
    timestamp created_at?=now
    int owner_id {
      table = "user"
    }
    text body filters=trim
  }
  index = [
    {type: "primary", field: [{name: "id"}]}
    {type: "btree", field: [{name: "owner_id"}]}
  ]
}
