api_group bench {
  canonical = "bench"
}
---
query static verb=GET {
  api_group = "bench"

  input {
  }

  stack {
  }

  response = {ok: true, message: "hello"}
}
---
query "items/{id}" verb=GET {
  api_group = "bench"

  input {
    int id
  }

  stack {
    db.get item {
      field_name = "id"
      field_value = $input.id
    } as $item

    precondition ($item != null) {
      error_type = "notfound"
      error = "Not Found."
    }
  }

  response = $item
}
---
query "private/items/{id}" verb=GET {
  api_group = "bench"
  auth = "member"

  input {
    int id
  }

  stack {
    precondition ($auth.extras.role == "admin") {
      error_type = "accessdenied"
      error = "Forbidden."
    }

    db.get item {
      field_name = "id"
      field_value = $input.id
    } as $item

    precondition ($item != null) {
      error_type = "notfound"
      error = "Not Found."
    }
  }

  response = $item
}
---
query items verb=GET {
  api_group = "bench"

  input {
    text category
    int page?=1
  }

  stack {
    db.query item {
      where = $db.item.category == $input.category
      sort = {price: "desc"}
      return = {
        type: "list"
        paging: {page: $input.page, per_page: 25, totals: true}
      }
    } as $items
  }

  response = $items
}
---
query items verb=POST {
  api_group = "bench"

  input {
    text name
    text category
    decimal price
    int stock
  }

  stack {
    db.add item_added {
      data = {
        created_at: now
        name: $input.name
        category: $input.category
        price: $input.price
        stock: $input.stock
      }
    } as $item
  }

  response = $item
}
---
query login verb=POST {
  api_group = "bench"

  input {
    text email
    text password
  }

  stack {
    db.get member {
      field_name = "email"
      field_value = $input.email
      output = ["id", "role", "password"]
    } as $member

    precondition ($member != null) {
      error_type = "accessdenied"
      error = "Invalid Credentials."
    }

    security.check_password {
      text_password = $input.password
      hash_password = $member.password
    } as $valid

    precondition ($valid) {
      error_type = "accessdenied"
      error = "Invalid Credentials."
    }

    security.create_auth_token {
      table = "member"
      id = $member.id
      extras = {role: $member.role}
      expiration = 86400
    } as $token
  }

  response = {authToken: $token}
}
---
query loop verb=GET {
  api_group = "bench"

  input {
  }

  stack {
    function.run sum_loop {
      input = {count: 100000}
    } as $sum
  }

  response = {sum: $sum}
}
---
query pipeline verb=GET {
  api_group = "bench"

  input {
  }

  stack {
    function.run array_pipeline {
      input = {count: 2000}
    } as $total
  }

  response = {total: $total}
}
---
query steps verb=GET {
  api_group = "bench"

  input {
    int n
  }

  stack {
    function.run fifty_steps {
      input = {n: $input.n}
    } as $steps
  }

  response = $steps
}
---
query seed verb=POST {
  api_group = "bench"

  input {
  }

  stack {
    for (20) {
      each as $part {
        var $rows {
          value = []
        }

        for (500) {
          each as $row {
            var $n {
              value = $part * 500 + $row + 1
            }

            array.push $rows {
              value = {
                created_at: 1700000000000 + $n
                name: "Item " ~ $n
                category: "c" ~ ($n % 10)
                price: ($n * 7919 % 10000) / 100
                stock: $n % 50
                active: true
              }
            }
          }
        }

        db.bulk.add item {
          items = $rows
          allow_id_field = false
        } as $added
      }
    }

    db.add member {
      data = {
        email: "admin@example.com"
        role: "admin"
        password: "Secret123"
      }
    } as $member
  }

  response = {ok: true}
}
