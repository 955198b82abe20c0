package dev.almanac.terminal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.terminal.api.NotSignedIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsFileTest {
    private static final URI HERE = URI.create("http://localhost:8000");
    private static final Credentials ANA = new Credentials(
            "access",
            Instant.parse("2026-12-06T11:00:00Z"),
            "refresh",
            new Credentials.Client("almanac-terminal", "http://localhost:8080", "http://localhost:8080/oauth2/token"));

    @TempDir
    Path folder;

    private CredentialsFile file;

    @BeforeEach
    void place() {
        file = CredentialsFile.in(Map.of("XDG_CONFIG_HOME", folder.toString()));
    }

    @Test
    void only_its_owner_reads_it_and_looks_into_its_folder() throws IOException {
        file.keep(HERE, ANA);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("almanac"))))
                .isEqualTo("rwx------");
        assertThat(file.of(HERE)).contains(ANA);
    }

    @Test
    void a_token_is_for_the_host_it_was_got_for() {
        file.keep(HERE, ANA);

        assertThat(file.of(URI.create("https://elsewhere.example"))).isEmpty();
        assertThat(file.forget(HERE)).isTrue();
        assertThat(file.of(HERE)).isEmpty();
        assertThat(file.forget(HERE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------"})
    void what_others_may_have_read_is_refused(String rights) throws IOException {
        file.keep(HERE, ANA);
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString(rights));

        assertThatThrownBy(() -> file.of(HERE)).isInstanceOf(NotSignedIn.class).hasMessageContaining("chmod 600");
    }

    @Test
    void what_is_damaged_is_said_and_no_draft_stays_behind() throws IOException {
        file.keep(HERE, ANA);
        try (var files = Files.list(folder.resolve("almanac"))) {
            assertThat(files).containsExactly(file.path());
        }
        Files.writeString(file.path(), "{");

        assertThatThrownBy(() -> file.of(HERE)).isInstanceOf(NotSignedIn.class);
    }

    @Test
    void nobody_reads_a_token_in_what_is_said_of_it() {
        assertThat(ANA.toString()).doesNotContain("access", "refresh");
    }
}
