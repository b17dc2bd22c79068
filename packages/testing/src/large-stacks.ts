/** Statements whose `$x` is a list of 50 MB. */
export const fiftyMegabytes = `    var $line {
      value = "${'x'.repeat(500)}"
    }
    var $x {
      value = []
    }
    for (100000) {
      each as $i {
        array.push $x {
          value = {id: $i, text: $line}
        }
      }
    }`

/** Statements that go 100,000 rounds and leave 4,999,950,000 in `$x`. */
export const manyRounds = `    var $x {
      value = 0
    }
    for (100000) {
      each as $i {
        math.add $x {
          value = $i
        }
      }
    }`
