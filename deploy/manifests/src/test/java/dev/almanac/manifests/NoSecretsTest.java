package dev.almanac.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that opens anything is kept in the repository. */
class NoSecretsTest {
    private static final Pattern SECRET = Pattern.compile(String.join(
            "|",
            "-----BEGIN [A-Z ]*PRIVATE KEY",
            "eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*",
            "AKIA[0-9A-Z]{16}",
            "hooks\\.slack\\.com/services/T[A-Z0-9]{6,}/[A-Z0-9]+/[A-Za-z0-9]+",
            "xox[abprs]-[A-Za-z0-9-]{10,}",
            "gh[opsur]_[A-Za-z0-9]{20,}",
            "whsec_[A-Za-z0-9+/=]{20,}",
            "AIza[A-Za-z0-9_-]{30,}"));

    /** A setting with a value of its own, where it should be a reference. */
    private static final Pattern PASSWORD =
            Pattern.compile("(?i)(?:password|secret|api-?key)[\"']?\\s*[:=]\\s*[\"']?([A-Za-z0-9+/_-]{6,})");

    private static final Pattern SETTINGS = Pattern.compile(".*\\.(ya?ml|properties|env|toml)");

    /** Examples that open nothing: of the Standard Webhooks convention, of tests, and of the database of a developer's machine. */
    private static final List<String> EXAMPLES = List.of(
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..aXY",
            "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.a2V5.aXY",
            "almanac");

    @Test
    void no_file_has_a_key_a_token_or_a_password() throws Exception {
        List<String> found = new ArrayList<>();
        for (String file : kept()) {
            search(file, text(Yamls.ROOT.resolve(file)), found);
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN RSA PRIVATE" + " KEY-----",
                "token = ey" + "JhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbmEifQ.c2lnbmF0dXJl",
                "secret: wh" + "sec_c29tZXRoaW5nIHRoYXQgb3BlbnMh",
                "password: hunter" + "hunter2"
            })
    void each_of_them_would_be_found(String line) {
        List<String> found = new ArrayList<>();
        search("some.yaml", line, found);
        assertThat(found).isNotEmpty();
    }

    private static List<String> kept() throws Exception {
        assumeTrue(Files.exists(Yamls.ROOT.resolve(".git")), "skipped: no repository");
        return Tool.named("git")
                .run("-C", Yamls.ROOT.toString(), "ls-files")
                .lines()
                .toList();
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (MalformedInputException binary) {
            return "";
        }
    }

    private static void search(String file, String text, List<String> found) {
        Stream<String> secrets = SECRET.matcher(text).results().map(hit -> hit.group());
        Stream<String> passwords = SETTINGS.matcher(file).matches()
                ? PASSWORD.matcher(text).results().map(hit -> hit.group(1))
                : Stream.of();
        Stream.concat(secrets, passwords)
                .filter(value -> !EXAMPLES.contains(value))
                .map(value -> file + ": " + value)
                .forEach(found::add);
    }
}
