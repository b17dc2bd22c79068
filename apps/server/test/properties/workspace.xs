workspace everything {
  env = {GREETING: "hello"}
}
---
table author {
  auth = true

  schema {
    int id
    timestamp created_at?=now
    text name
    email email
    password secret
  }

  index = [
    {type: "primary", field: [{name: "id"}]}
    {type: "btree|unique", field: [{name: "email"}]}
  ]
}
---
table note {
  schema {
    int id
    int author_id {
      table = "author"
    }
    text body
    int rank?
    timestamp created_at?=now
  }

  index = [
    {type: "primary", field: [{name: "id"}]}
  ]
}
---
table log {
  schema {
    int id
    text action
    json new?
  }

  index = [
    {type: "primary", field: [{name: "id"}]}
  ]
}
---
table_trigger watch {
  table = "note"
  actions = {insert: true, delete: true}

  input {
    json new
    json old
    enum action {
      values = ["insert", "update", "delete", "truncate"]
    }
    text datasource
  }

  stack {
    db.add log {
      data = {action: $input.action, new: $input.new}
    }
  }
}
---
addon author {
  input {
    int author_id?
  }

  stack {
    db.query author {
      where = $db.author.id == $input.author_id
      return = {type: "single"}
    }
  }
}
---
api_group notes {
}
---
// Everything that branches, in one stack.
function branches {
  input {
    int n
    text word?
  }

  stack {
    var $said {
      value = []
    }

    conditional {
      if ($input.n > 10) {
        array.push $said {
          value = "large"
        }
      }
      elseif ($input.n > 5) {
        array.push $said {
          value = "middle"
        }
      }
      else {
        array.push $said {
          value = "small"
        }
      }
    }

    switch ($input.word) {
      case ("a") {
        array.push $said {
          value = "A"
        }
      }

      case ("b") {
        array.push $said {
          value = "B"
        }
      } break

      default {
        array.push $said {
          value = "another"
        }
      }
    }

    for ($input.n) {
      each as $index {
        conditional {
          if ($index % 3 == 1) {
            continue
          }
        }

        conditional {
          if ($index > 150) {
            break
          }
        }

        array.push $said {
          value = {index: $index, square: $index * $index}
        }
      }
    }

    try_catch {
      try {
        precondition ($input.n != 3) {
          error_type = "accessdenied"
          error = "not three"
          payload = {n: $input.n}
        }
      }

      catch {
        array.push $said {
          value = $error.message
        }
      }

      finally {
        array.push $said {
          value = "end"
        }
      }
    }

    var $left {
      value = $input.n
    }

    while ($left > 0) {
      each {
        var.update $left {
          value = $left - 4
        }
      }
    }

    foreach ([{a: 1}, {a: 2}]) {
      each as $row {
        var.update $row.a {
          value = $row.a + 1
        }

        array.push $said {
          value = $row
        }
      }
    }

    precondition ($input.n != 13) {
      error_type = "inputerror"
      error = "thirteen is refused"
    }
  }

  response = {said: $said, left: $left}

  test "small" {
    input = {n: 3, word: "a"}

    expect.to_equal ($response.left) {
      value = -1
    }
  }

  test "many rounds" {
    input = {n: 400, word: "c"}

    expect.to_equal ($response.said.0) {
      value = "large"
    }
  }

  test "refused" {
    input = {n: 13}

    expect.to_throw {
      exception = "thirteen"
    }
  }

  test "fails where nothing is expected of it" {
    input = {n: 13}
  }

  test "an input of another type" {
    input = {n: "seven"}

    expect.to_throw
  }

  test "another answer than what is expected" {
    input = {n: 7, word: "b"}

    expect.to_equal ($response.said) {
      value = []
    }
  }
}
---
// Time, chance, the cache and the environment.
function world {
  input {
    int rounds?=3
  }

  stack {
    var $drawn {
      value = []
    }

    for ($input.rounds) {
      each as $index {
        security.random_number {
          min = 1
          max = 1000000
        } as $number

        util.sleep {
          value = 1
        }

        redis.incr {
          key = "counter"
          by = $index
        } as $count

        array.push $drawn {
          value = {number: $number, at: now, id: ""|uuid, count: $count}
        }
      }
    }

    redis.set {
      key = "drawn"
      data = $drawn
      ttl = 0
    }

    redis.get {
      key = "drawn"
    } as $kept

    api.request {
      url = "https://example.com/notes"
      method = "GET"
      mock = {"a mock": {response: {status: 200, result: {ok: true}}}}
    } as $answer
  }

  response = {kept: $kept, greeting: $env.GREETING, ok: $answer.response.result.ok}

  test "a mock" {
    expect.to_equal ($response.ok) {
      value = true
    }
  }

  test "nothing answers" {
    input = {rounds: 1}

    expect.to_throw {
      exception = "example.com"
    }
  }

  test "more rounds than a trace keeps" {
    input = {rounds: 150}

    expect.to_throw
  }
}
---
function write_note {
  input {
    int author_id
    text body filters=trim|min:1
  }

  stack {
    db.add note {
      data = {author_id: $input.author_id, body: $input.body, rank: 1}
    } as $note

    precondition ($input.body != "bad") {
      error = "It is bad."
    }

    var.update $note.seen {
      value = true
    }
  }

  response = $note
}
---
function depth {
  input {
    int n
  }

  stack {
    conditional {
      if ($input.n <= 0) {
        return {
          value = 0
        }
      }
    }

    function.run depth {
      input = {n: $input.n - 1}
    } as $below
  }

  response = $below + 1

  test "calls itself" {
    input = {n: 40}

    expect.to_equal ($response) {
      value = 40
    }
  }

  test "too deep" {
    input = {n: 4000}

    expect.to_throw {
      exception = "deep"
    }
  }
}
---
query "notes/{author_id}" verb=GET {
  api_group = "notes"

  input {
    int author_id
  }

  stack {
    db.query note {
      where = $db.note.author_id == $input.author_id
      sort = {note.id: "desc"}
      return = {type: "list"}
      addon = [
        {name: "author", input: {author_id: $output.author_id}, as: "author", output: ["name"]}
      ]
    } as $notes
  }

  response = $notes
}
---
workflow_test notes {
  stack {
    db.add author {
      data = {name: "Ada", email: "ada@example.com", secret: "Engine-1843"}
    } as $ada

    var $made {
      value = []
    }

    foreach (["one", "two", "three"]) {
      each as $body {
        function.run write_note {
          input = {author_id: $ada.id, body: $body}
        } as $note

        array.push $made {
          value = $note.id
        }
      }
    }

    expect.to_equal ($made) {
      value = [1, 2, 3]
    }

    try_catch {
      try {
        db.transaction {
          stack {
            function.run write_note {
              input = {author_id: $ada.id, body: "kept?"}
            } as $kept

            function.run write_note {
              input = {author_id: $ada.id, body: "bad"}
            } as $bad
          }
        }
      }

      catch {
        var $failed {
          value = $error.message
        }
      }
    }

    expect.to_equal ($failed) {
      value = "It is bad."
    }

    api.call "notes/1" verb=GET {
      api_group = "notes"
    } as $notes

    expect.to_equal ($notes.0.author.name) {
      value = "Ada"
    }

    db.query log {
      return = {type: "count"}
    } as $logged

    expect.to_equal ($logged) {
      value = 3
    }

    security.check_password {
      text_password = "Engine-1843"
      hash_password = "hashed:Engine-1843"
    } as $right

    expect.to_be_true ($right)
  }
}
---
workflow_test beside {
  stack {
    db.add author {
      data = {name: "Ada", email: "ada@example.com", secret: "Engine-1843"}
    } as $ada

    function.run write_note {
      input = {author_id: $ada.id, body: "first"}
      runtime_mode = "async-shared"
    } as $first

    function.run write_note {
      input = {author_id: $ada.id, body: "second"}
      runtime_mode = "async-shared"
    } as $second

    await {
      ids = [$first, $second]
      timeout = 5
    } as $both

    expect.to_equal ($both|count) {
      value = 2
    }

    expect.to_throw {
      exception = "bad"
      stack {
        function.run write_note {
          input = {author_id: $ada.id, body: "bad"}
        } as $never
      }
    }

    db.add note {
      data = {author_id: 99, body: "nobody's"}
    } as $refused
  }
}
---
// Ends while what it started goes on.
workflow_test unfinished {
  stack {
    db.add author {
      data = {name: "Ada", email: "ada@example.com", secret: "Engine-1843"}
    } as $ada

    function.run write_note {
      input = {author_id: $ada.id, body: "late"}
      runtime_mode = "async-shared"
    } as $never
  }
}
