package dev.almanac.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    private static final int MANY = 100;
    private static final int HIGHEST = 32_767;

    @Test
    void nobody_gets_ports_that_another_process_has_or_that_outgoing_connections_get() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = other.inputReader()) {
            List<Integer> theirs =
                    said.lines().limit(MANY).map(Integer::valueOf).toList();
            assertThat(theirs).hasSize(MANY);

            List<Integer> ours = some();

            assertThat(ours)
                    .doesNotHaveDuplicates()
                    .doesNotContainAnyElementsOf(theirs)
                    .allSatisfy(first -> assertThat(first + Ports.COUNT - 1).isLessThanOrEqualTo(HIGHEST));
        } finally {
            other.destroy();
        }
    }

    private static List<Integer> some() {
        return IntStream.range(0, MANY).mapToObj(_ -> FreePorts.first()).toList();
    }

    /** Says which it has, and keeps them until it is ended. */
    static final class Other {
        private Other() {}

        public static void main(String[] args) throws InterruptedException {
            System.out.println(some().stream().map(String::valueOf).collect(Collectors.joining("\n")));
            Thread.currentThread().join();
        }
    }
}
