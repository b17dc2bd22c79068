function sum_loop {
  input {
    int count
  }

  stack {
    var $sum {
      value = 0
    }

    for ($input.count) {
      each as $index {
        var.update $sum {
          value = $sum + $index * 3 % 7 - 2
        }
      }
    }
  }

  response = $sum
}
---
function array_pipeline {
  input {
    int count
  }

  stack {
    var $rows {
      value = (1..$input.count)|map:{id: $$, score: $$ * 7919 % 1000}
    }

    var $kept {
      value = $rows|filter:($$.score > 250)
    }

    var $sorted {
      value = $kept|sort:"score":"number":true
    }

    var $total {
      value = $sorted|reduce:($result + $$.score):0
    }
  }

  response = $total
}
---
function fifty_steps {
  input {
    int n
  }

  stack {
    var $total {
      value = $input.n
    }

    var $label {
      value = "start"
    }

    var $tags {
      value = []
    }

    var $a1 {
      value = $total + 1
    }

    var $b1 {
      value = $a1 * 2
    }

    var $c1 {
      value = $b1 - $input.n
    }

    conditional {
      if ($c1 > 3) {
        text.append $label {
          value = "-a"
        }
      }
    }

    math.add $total {
      value = $c1
    }

    var $a2 {
      value = $total + 2
    }

    var $b2 {
      value = $a2 * 2
    }

    var $c2 {
      value = $b2 - $input.n
    }

    conditional {
      if ($c2 > 3) {
        text.append $label {
          value = "-b"
        }
      }
    }

    math.add $total {
      value = $c2
    }

    var $a3 {
      value = $total + 3
    }

    var $b3 {
      value = $a3 * 2
    }

    var $c3 {
      value = $b3 - $input.n
    }

    conditional {
      if ($c3 > 3) {
        text.append $label {
          value = "-c"
        }
      }
    }

    math.add $total {
      value = $c3
    }

    var $a4 {
      value = $total + 4
    }

    var $b4 {
      value = $a4 * 2
    }

    var $c4 {
      value = $b4 - $input.n
    }

    conditional {
      if ($c4 > 3) {
        text.append $label {
          value = "-d"
        }
      }
    }

    math.add $total {
      value = $c4
    }

    var $a5 {
      value = $total + 5
    }

    var $b5 {
      value = $a5 * 2
    }

    var $c5 {
      value = $b5 - $input.n
    }

    conditional {
      if ($c5 > 3) {
        text.append $label {
          value = "-e"
        }
      }
    }

    math.add $total {
      value = $c5
    }

    var $a6 {
      value = $total + 6
    }

    var $b6 {
      value = $a6 * 2
    }

    var $c6 {
      value = $b6 - $input.n
    }

    conditional {
      if ($c6 > 3) {
        text.append $label {
          value = "-f"
        }
      }
    }

    math.add $total {
      value = $c6
    }

    var $a7 {
      value = $total + 7
    }

    var $b7 {
      value = $a7 * 2
    }

    var $c7 {
      value = $b7 - $input.n
    }

    conditional {
      if ($c7 > 3) {
        text.append $label {
          value = "-g"
        }
      }
    }

    math.add $total {
      value = $c7
    }

    var $a8 {
      value = $total + 8
    }

    var $b8 {
      value = $a8 * 2
    }

    var $c8 {
      value = $b8 - $input.n
    }

    conditional {
      if ($c8 > 3) {
        text.append $label {
          value = "-h"
        }
      }
    }

    math.add $total {
      value = $c8
    }

    array.push $tags {
      value = $label
    }

    array.push $tags {
      value = $label|to_upper
    }
  }

  response = {total: $total, label: $label, tags: $tags}
}
