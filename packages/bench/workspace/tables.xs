table item {
  auth = false

  schema {
    int id
    timestamp created_at?=now
    text name
    text category
    decimal price
    int stock
    bool active?=true
  }

  index = [
    {type: "primary", field: [{name: "id"}]}
    {type: "btree", field: [{name: "category"}]}
  ]
}
---
table item_added {
  auth = false

  schema {
    int id
    timestamp created_at?=now
    text name
    text category
    decimal price
    int stock
    bool active?=true
  }

  index = [
    {type: "primary", field: [{name: "id"}]}
    {type: "btree", field: [{name: "category"}]}
  ]
}
---
table member {
  auth = true

  schema {
    int id
    text email
    text role
    password password
  }

  index = [
    {type: "primary", field: [{name: "id"}]}
    {type: "btree|unique", field: [{name: "email"}]}
  ]
}
