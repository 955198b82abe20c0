package dev.almanac.query.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnDatabasesTest {
    @ParameterizedTest
    @CsvSource({
        "mongodb://localhost:27017, mongodb://localhost:27017/own",
        "mongodb://localhost:27017/, mongodb://localhost:27017/own",
        "mongodb://a:1/?replicaSet=rs, mongodb://a:1/own?replicaSet=rs",
        "'mongodb://u:p@a:1,b:2/admin?tls=true', 'mongodb://u:p@a:1,b:2/own?tls=true&authSource=admin'",
        "mongodb://u:p@a:1/almanac, mongodb://u:p@a:1/own?authSource=almanac",
        "mongodb://u:p@a:1/x?authSource=admin, mongodb://u:p@a:1/own?authSource=admin"
    })
    void another_database_is_named_on_the_same_server_for_the_same_user(String server, String own) {
        assertThat(OwnDatabases.named(server, "own")).isEqualTo(own);
    }
}
