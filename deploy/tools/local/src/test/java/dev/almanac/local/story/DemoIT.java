package dev.almanac.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.local.Suite;
import dev.almanac.local.demo.Demo;
import dev.almanac.local.demo.Demo.Outcome;
import dev.almanac.local.demo.plan.Call;
import dev.almanac.local.demo.plan.Chapter;
import dev.almanac.local.demo.plan.Plan;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Behind all other stories: there is much in the suite afterwards. */
@Order(7)
@ExtendWith(SharedSuite.class)
class DemoIT {
    private static final int TOLD_BEFORE_IT_IS_STOPPED = 2;

    @TempDir
    Path folder;

    @Test
    void what_is_stopped_while_it_fills_the_suite_goes_on_and_doubles_nothing(Suite suite) throws Exception {
        Client reader = new Client(suite, "root", "admin");
        List<String> before = ids(all(reader, "/calendars?"));
        int rules = all(reader, "/schedules/rules?").size();
        Clock clock = Clock.fixed(Instant.now(Clock.systemUTC()), ZoneOffset.UTC);

        assertThat(stoppedAmid(suite, clock))
                .as("chapters until it was stopped")
                .isEqualTo(TOLD_BEFORE_IT_IS_STOPPED);
        Outcome outcome = demo(suite, clock, System.out).fill();
        Outcome again = demo(suite, clock, System.out).fill();

        assertThat(outcome).isEqualTo(new Outcome(false, 0));
        assertThat(again).isEqualTo(new Outcome(true, 0));
        List<Call> plan = Plan.from(clock.instant().atZone(ZoneOffset.UTC)).stream()
                .map(Chapter::calls)
                .flatMap(List::stream)
                .toList();
        List<String> halls = ids(all(reader, "/calendars?")).stream()
                .filter(id -> !before.contains(id))
                .toList();
        assertThat(halls).hasSize(creating(plan, "/calendars"));
        assertThat(all(reader, "/schedules/rules?")).hasSize(rules + creating(plan, "/schedules/rules"));
        int events = 0;
        for (String hall : halls) {
            events += all(reader, "/schedules?calendarId=" + hall + "&").size();
        }
        assertThat(events).isEqualTo(creating(plan, "/schedules"));
        assertThat(all(reader, "/schedules/conflicts?status=DETECTED&")).isNotEmpty();
    }

    /** As Ctrl-C does it, a little into the third chapter. */
    private int stoppedAmid(Suite suite, Clock clock) throws InterruptedException {
        AtomicInteger told = new AtomicInteger();
        Thread filling = Thread.currentThread();
        PrintStream stopping = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                if (told.incrementAndGet() == TOLD_BEFORE_IT_IS_STOPPED) {
                    filling.interrupt();
                }
            }
        };
        try {
            var _ = demo(suite, clock, stopping).fill();
        } catch (InterruptedException stopped) {
            return told.get();
        }
        return told.get();
    }

    private Demo demo(Suite suite, Clock clock, PrintStream out) {
        return new Demo(suite.frontUrl(), suite.issuerUrl(), folder, clock, out);
    }

    private static int creating(List<Call> plan, String path) {
        return Math.toIntExact(plan.stream()
                .filter(call -> call.method().equals("POST") && call.path().equals(path))
                .count());
    }

    private static List<String> ids(List<JsonNode> items) {
        return items.stream().map(item -> item.get("id").asString()).toList();
    }

    private static List<JsonNode> all(Client reader, String list) throws IOException, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = reader.get(list + "limit=100" + cursor);
            page.get("items").forEach(items::add);
            String next = page.path("nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return items;
    }
}
