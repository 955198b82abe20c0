package dev.almanac.query.window;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.access.Reader;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.caching.Answer;
import dev.almanac.query.caching.AnswerCache;
import dev.almanac.query.caching.AnswerCaches;
import dev.almanac.query.caching.CacheProperties;
import dev.almanac.query.http.Rejections;
import dev.almanac.web.InvalidRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Runs")
class WindowEndpoint {
    private static final int DAYS_MAX = 366;
    /** A bucket for each hour of a year is more than any screen shows. */
    private static final int DAYS_MAX_BY_HOUR = 31;

    private static final int NAMES_MAX = 100;
    private final Densities densities;
    private final VisibleViews visible;
    private final AnswerCache<Question, WindowAnswer> cache;

    WindowEndpoint(Densities densities, VisibleViews visible, AnswerCaches caches, CacheProperties properties) {
        this.densities = densities;
        this.visible = visible;
        this.cache = caches.of("window", properties.buckets(), WindowEndpoint::weight);
    }

    private record Question(Reader reader, WindowAnswer.Window window, Set<String> queues, Set<String> calendarIds) {}

    /** A bucket has a line for each queue and type. */
    private static int weight(Answer<WindowAnswer> answer) {
        return answer.value().buckets().stream()
                .mapToInt(
                        bucket -> 1 + bucket.queues().size() + bucket.jobTypes().size())
                .sum();
    }

    @GetMapping("/api/v1/schedules/window")
    @Operation(
            operationId = "getJobWindow",
            summary =
                    "How many jobs each local hour (31 days at most), day or week (366 days) of a window has, by queue and"
                            + " type; with calendars, also what is booked on them")
    Mono<WindowAnswer> window(
            @RequestParam Instant from,
            @RequestParam Instant till,
            @RequestParam(required = false) @Nullable List<String> queue,
            @RequestParam(required = false) @Nullable List<String> calendarId,
            @RequestParam(name = "timeZone", required = false) @Nullable ZoneId timezone,
            @RequestParam(defaultValue = "DAY") Granularity granularity) {
        TimeSlot window = window(from, till, granularity == Granularity.HOUR ? DAYS_MAX_BY_HOUR : DAYS_MAX);
        ZoneId zone = timezone == null ? ZoneOffset.UTC : timezone;
        Granularity counted = granularity == Granularity.HOUR ? Granularity.HOUR : Granularity.DAY;
        Buckets buckets = Buckets.of(window, zone, counted);
        WindowAnswer.Window asked =
                new WindowAnswer.Window(from, till, timezone == null ? "UTC" : zone.getId(), granularity);
        List<String> queues = names("queue", queue);
        List<String> calendars = names("calendarId", calendarId);
        return visible.reader()
                .map(reader -> new Question(reader, asked, Set.copyOf(queues), Set.copyOf(calendars)))
                .flatMap(question -> cache.get(
                        question,
                        visible.active(),
                        density(buckets, queues, calendars).map(density -> answer(asked, density, granularity))));
    }

    private static Answer<WindowAnswer> answer(
            WindowAnswer.Window asked, Answer<Density> density, Granularity granularity) {
        Summing sums = new Summing(density.value(), granularity);
        return new Answer<>(new WindowAnswer(asked, sums.buckets(), sums.summary()), density.tags());
    }

    private Mono<Answer<Density>> density(Buckets buckets, List<String> queues, List<String> calendarIds) {
        return queues.isEmpty() && calendarIds.isEmpty()
                ? densities.of(buckets)
                : densities.of(buckets, Set.copyOf(queues), calendarIds);
    }

    private static TimeSlot window(Instant from, Instant till, int daysMax) {
        if (!from.isBefore(till)) {
            throw InvalidRequest.of("till", "must be after from");
        }
        TimeSlot window = new TimeSlot(from, till);
        if (window.duration().compareTo(Duration.ofDays(daysMax)) > 0) {
            throw Rejections.rangeTooWide(daysMax);
        }
        return window;
    }

    private static List<String> names(String parameter, @Nullable List<String> said) {
        List<String> names = said == null ? List.of() : said;
        if (names.size() > NAMES_MAX) {
            throw InvalidRequest.of(parameter, "must not be more than " + NAMES_MAX);
        }
        return names;
    }
}
