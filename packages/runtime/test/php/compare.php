<?php
// Makes compare.json: what PHP says of every pair of operands. Run: php compare.php > compare.json
// Each row is one left operand, each column one right operand, in the order of `operands`; x is true.
$operands = json_decode(file_get_contents(__DIR__ . '/operands.json'), true);
$operators = [
    '==' => fn($a, $b) => $a == $b,
    '!=' => fn($a, $b) => $a != $b,
    '===' => fn($a, $b) => $a === $b,
    '!==' => fn($a, $b) => $a !== $b,
    '<' => fn($a, $b) => $a < $b,
    '<=' => fn($a, $b) => $a <= $b,
    '>' => fn($a, $b) => $a > $b,
    '>=' => fn($a, $b) => $a >= $b,
];
$table = ['php' => PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION];
foreach ($operators as $name => $holds) {
    foreach ($operands as $left) {
        $row = '';
        foreach ($operands as $right) $row .= $holds($left, $right) ? 'x' : '.';
        $table['operators'][$name][] = $row;
    }
}
echo json_encode($table, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES), "\n";
