package dev.almanac.recurrence;

import dev.almanac.recurrence.clock.Occurrence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A table of cases in the test resources: a line each, columns between bars. */
final class Table {
    static final ZoneId UTC = ZoneOffset.UTC;
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    private Table() {}

    record Row(List<String> columns) {
        Row {
            columns = List.copyOf(columns);
        }

        String get(int column) {
            return columns.get(column);
        }
    }

    static Stream<Row> rows(String name) {
        try (var in = Table.class.getResourceAsStream("/recurrence/" + name)) {
            var text = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(line ->
                            Stream.of(line.split("\\|", -1)).map(String::strip).toList())
                    .map(Row::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LocalDateTime time(String basic) {
        return LocalDateTime.parse(basic, BASIC);
    }

    static List<String> times(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(" "));
    }

    static List<String> suffixes(List<Occurrence> occurrences) {
        return occurrences.stream().map(Occurrence::suffix).toList();
    }
}
