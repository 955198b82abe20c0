package dev.almanac.query.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which fields differ, and never what stands in them. */
class FieldDifferencesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{a: 1} | {a: 1} | ",
                "{a: 1, b: 2} | {b: 2, a: 1} | ",
                "{a: 1} | {a: 2} | a",
                "{a: 1} | {} | a",
                "{} | {a: null} | a",
                "{v: {x: 'A', y: 'B'}} | {v: {x: 'A', y: 'C', z: 1}} | v.y v.z",
                "{v: [{x: 1}, {x: 2}]} | {v: [{x: 1}, {x: 3}, {x: 4}]} | v.1.x v.2",
                "{v: [1, 2]} | {v: [2, 1]} | v.0 v.1",
                "{v: {x: 1}} | {v: 'text'} | v",
                "{v: 1} | {v: 1.5} | v",
                "{v: 1} | {v: true} | v"
            })
    void are_told_by_their_paths(String one, String other, String paths) {
        assertThat(FieldDifferences.between(BsonDocument.parse(one), BsonDocument.parse(other)))
                .isEqualTo(paths == null ? List.of() : List.of(paths.split(" ", -1)));
    }

    @Test
    void a_whole_number_is_the_same_in_any_width() {
        assertThat(FieldDifferences.between(
                        new BsonDocument("n", new BsonInt32(7)), new BsonDocument("n", new BsonInt64(7))))
                .isEmpty();
        assertThat(FieldDifferences.between(
                        new BsonDocument("n", new BsonInt64(Long.MAX_VALUE)),
                        new BsonDocument("n", new BsonInt64(Long.MAX_VALUE - 1))))
                .containsExactly("n");
    }

    @Test
    void of_many_some_are_enough() {
        BsonDocument wide = new BsonDocument();
        IntStream.range(0, 1000).forEach(i -> wide.append("f" + i, new BsonInt32(i)));

        assertThat(FieldDifferences.between(wide, new BsonDocument())).hasSize(FieldDifferences.PATHS_MAX);
    }
}
