package dev.almanac.testing.fuzz;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Sends what a {@link Fuzzer} makes, and looks at each answer. */
public final class Fuzzed {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int REQUESTS = 2_000;
    private static final long SEED = 20_261_122;
    private static final int SHOWN_MAX = 20;
    private static final int SHOWN_LENGTH_MAX = 800;
    /** An address that the socket does not take: no service has seen it. */
    private static final int TOO_LONG = 414;

    /** Ids of what was created on the way, of each kind. */
    private static final int IDS_MAX = 30;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TYPE = "urn:scheduling:problem:";
    /** What every answer bears, so that no browser makes of it what it is not. */
    private static final Map<String, String> PROTECTION = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'");

    private static final Map<String, String> KINDS = Map.of(
            "createCalendar",
            "calendarId",
            "scheduleEvent",
            "scheduleId",
            "createRule",
            "ruleId",
            "registerResource",
            "resourceId");

    private Fuzzed() {}

    /**
     * How it went.
     *
     * @param statuses how often each status was answered
     * @param undocumented by operation, problems of which the document does not tell
     */
    public record Report(
            long seed,
            int requests,
            SortedMap<Integer, Integer> statuses,
            List<String> faults,
            SortedMap<String, TreeSet<String>> undocumented) {
        /** {@code -Dfuzz.write=true} writes down what the document does not tell of yet. */
        public void complete(Path problems) throws IOException {
            Map<String, SortedMap<String, TreeSet<String>>> all = Files.exists(problems)
                    ? JSON.readValue(Files.readString(problems), new TypeReference<>() {})
                    : new TreeMap<>();
            undocumented.forEach((operation, said) -> said.forEach(one -> {
                String[] statusAndType = one.split(" ", 2);
                all.computeIfAbsent(operation, _ -> new TreeMap<>())
                        .computeIfAbsent(statusAndType[0], _ -> new TreeSet<>())
                        .add(statusAndType[1]);
            }));
            Files.writeString(
                    problems,
                    JSON.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(new TreeMap<>(all)) + "\n");
        }

        @Override
        public String toString() {
            return "fuzzed with -Dfuzz.seed=" + seed + " -Dfuzz.requests=" + requests + ": " + statuses;
        }
    }

    /**
     * Sends so many requests, one after the other.
     *
     * @param tokens those that one of the requests may bear, each as likely
     * @param without operations that are not asked for
     * @param elsewhere operations that need another service, which may be unavailable
     */
    public static Report run(
            Path document,
            String server,
            Map<String, List<String>> ids,
            IntFunction<List<String>> tokens,
            List<String> elsewhere,
            Set<String> without)
            throws IOException, InterruptedException {
        int requests = Integer.getInteger("fuzz.requests", REQUESTS);
        long seed = Long.getLong("fuzz.seed", SEED);
        Map<String, List<String>> known = new LinkedHashMap<>();
        ids.forEach((name, of) -> known.put(name, new ArrayList<>(of)));
        Fuzzer fuzzer = new Fuzzer(JSON.readTree(Files.readString(document)), seed, known, without);
        Report report = new Report(seed, requests, new TreeMap<>(), new ArrayList<>(), new TreeMap<>());
        List<String> bearers = List.of();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int number = 0; number < requests && report.faults().size() < SHOWN_MAX; number++) {
                bearers = number % 500 == 0 ? tokens.apply(number) : bearers;
                Fuzzer.Request request = fuzzer.next(number, server);
                request.request()
                        .header(
                                "Authorization",
                                "Bearer " + bearers.get(Math.floorMod(number * 31L + seed, bearers.size())));
                HttpResponse<byte[]> answer;
                try {
                    answer = http.sendAsync(request.request().build(), HttpResponse.BodyHandlers.ofByteArray())
                            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                } catch (ExecutionException | TimeoutException silence) {
                    report.faults().add(fault(number + ": " + silence + " of ", request, ""));
                    continue;
                }
                report.statuses().merge(answer.statusCode(), 1, Integer::sum);
                look(report, fuzzer, request, answer, elsewhere);
                if (answer.statusCode() == 201) {
                    remember(known, request.operationId(), answer);
                }
            }
        }
        return report;
    }

    private static void look(
            Report report, Fuzzer fuzzer, Fuzzer.Request request, HttpResponse<byte[]> answer, List<String> elsewhere) {
        int status = answer.statusCode();
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        boolean unavailable =
                status == 503 && (elsewhere.contains(request.operationId()) || body.contains("view-behind"));
        if (status >= 500 && !unavailable && report.faults().size() < SHOWN_MAX) {
            report.faults().add(fault(status + " of ", request, body));
        }
        if (status != TOO_LONG && !isProtected(answer)) {
            report.faults().add(fault(status + " without the headers that protect browsers, of ", request, body));
        }
        if (status >= 400 && status != TOO_LONG) {
            String type = type(body);
            if (type == null) {
                report.faults().add(fault(status + " without a problem of ", request, body));
            } else if (!fuzzer.documents(request.operationId(), status, type)) {
                report.undocumented()
                        .computeIfAbsent(request.operationId(), _ -> new TreeSet<>())
                        .add(status + " " + type);
            }
        }
    }

    private static boolean isProtected(HttpResponse<?> answer) {
        return PROTECTION.entrySet().stream()
                .allMatch(header -> answer.headers().allValues(header.getKey()).equals(List.of(header.getValue())));
    }

    private static String fault(String what, Fuzzer.Request request, String body) {
        String shown = what + request.shown();
        return shown.substring(0, Math.min(shown.length(), SHOWN_LENGTH_MAX)) + "\n   " + body;
    }

    private static @Nullable String type(String body) {
        try {
            String type = JSON.readTree(body).path("type").asString("");
            return type.startsWith(TYPE) ? type.substring(TYPE.length()) : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static void remember(Map<String, List<String>> known, String operationId, HttpResponse<byte[]> answer) {
        String kind = KINDS.get(operationId);
        JsonNode body = JSON.readTree(answer.body());
        if (kind != null && body.has("id")) {
            List<String> ids = known.computeIfAbsent(kind, _ -> new ArrayList<>());
            if (ids.size() < IDS_MAX) {
                ids.add(body.get("id").asString());
            }
        }
        List<String> changes = known.computeIfAbsent("changeId", _ -> new ArrayList<>());
        if (body.has("changeId") && changes.size() < IDS_MAX) {
            changes.add(body.get("changeId").asString());
        }
    }
}
