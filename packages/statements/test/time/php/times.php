<?php
// Makes the tables that the tests of times compare with: php times.php, in this folder.
// What is asked stands in times.json; what PHP answers goes to the other tables, a line each.
$asked = json_decode(file_get_contents(__DIR__ . '/times.json'), true);
$version = PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION;

function save(string $name, array $rows): void
{
    global $version;
    $lines = array_map(fn($row) => json_encode($row, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE), $rows);
    file_put_contents(__DIR__ . "/$name.json", "{\"php\":\"$version\",\"rows\":[\n" . implode(",\n", $lines) . "\n]}\n");
}

$utc = new DateTimeZone('UTC');
$rows = [];
foreach ($asked['moments'] as $moment)
    foreach ($asked['zones'] as $zone) {
        $there = (new DateTimeImmutable($moment, $utc))->setTimezone(new DateTimeZone($zone));
        $rows[] = [$moment, $zone, $there->format($asked['formats'])];
    }
save('formatted', $rows);

// Seconds since 1970 for each base in turn, false where PHP reads no time.
$rows = [];
foreach ($asked['phrases'] as $phrase)
    foreach ($asked['phraseZones'] as $zone) {
        date_default_timezone_set($zone);
        $times = array_map(
            fn($base) => strtotime($phrase, (new DateTimeImmutable($base, $utc))->getTimestamp()),
            $asked['bases'],
        );
        // One answer stands for all when the base plays no part.
        $rows[] = [$phrase, $zone, count(array_unique($times, SORT_REGULAR)) === 1 ? $times[0] : $times];
    }
save('phrases', $rows);

// Hours, minutes and seconds are elapsed time to DateInterval; strtotime moves the hands of the clock instead.
$rows = [];
foreach ($asked['elapsedFrom'] as $from)
    foreach ($asked['phraseZones'] as $zone) {
        $there = (new DateTimeImmutable($from, $utc))->setTimezone(new DateTimeZone($zone));
        foreach ($asked['elapsed'] as [$phrase, $interval])
            $rows[] = [$phrase, $from, $zone, $there->add(new DateInterval($interval))->getTimestamp()];
        // strtotime takes the first of two times the clock shows, modify the one it is.
        foreach ($asked['unmoved'] as $phrase) $rows[] = [$phrase, $from, $zone, $there->modify($phrase)->getTimestamp()];
    }
save('elapsed', $rows);

$rows = [];
foreach (DateTimeZone::listIdentifiers() as $zone) {
    $in = fn($month) => (new DateTimeImmutable("2025-$month-15T12:00:00", $utc))->setTimezone(new DateTimeZone($zone));
    $rows[] = [$zone, $in('01')->format('T O I'), $in('07')->format('T O I')];
}
save('zones', $rows);

// Only formats that say everything, or start at 1970, do not depend on the clock of this machine.
$rows = [];
foreach ($asked['parses'] as [$text, $format])
    foreach ($asked['phraseZones'] as $zone) {
        date_default_timezone_set('UTC');
        $read = DateTimeImmutable::createFromFormat($format, $text, new DateTimeZone($zone));
        $rows[] = [$text, $format, $zone, $read === false ? false : $read->getTimestamp()];
    }
save('parsed', $rows);
