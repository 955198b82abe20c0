package dev.almanac.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsFileTest {
    @TempDir
    private Path data;

    @Test
    void a_key_of_32_bytes_is_made_once_for_its_owner_alone() throws IOException {
        Path file = SecretsFile.in(data.resolve("secrets")).path();
        String first = Files.readString(file);

        assertThat(Base64.getDecoder().decode(first.strip().substring("almanac.secrets.keys=".length())))
                .hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .endsWith("------");
        assertThat(SecretsFile.in(data.resolve("secrets")).path()).hasContent(first);
    }

    @Test
    void each_suite_has_its_own_and_none_is_on_a_command_line() throws IOException {
        SecretsFile one = SecretsFile.in(data.resolve("one"));
        SecretsFile other = SecretsFile.in(data.resolve("other"));

        assertThat(Files.readString(one.path())).isNotEqualTo(Files.readString(other.path()));
        assertThat(one.setting())
                .isEqualTo("--spring.config.additional-location=" + one.path().toUri());
    }

    @Test
    void what_a_killed_start_left_behind_is_no_key() throws IOException {
        Files.createDirectories(data.resolve("secrets"));
        Files.writeString(data.resolve("secrets").resolve("secrets.properties.new"), "almanac.secrets.keys=");

        assertThat(Files.readString(SecretsFile.in(data.resolve("secrets")).path()))
                .hasSizeGreaterThan(60);
    }
}
