package dev.almanac.testing.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values for a schema: what people send, what is nearly that, and what nobody should. */
final class FuzzedValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEPTH_MAX = 6;

    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\n",
            "\t",
            "\r\n",
            "\u2028",
            "\u202e",
            "\ufeff",
            "\ud83d\ude00",
            "'",
            "\"",
            "\\",
            "' or 1=1--",
            "{{7*7}}",
            "${jndi:ldap://x}",
            "$where",
            "$ne",
            "../../etc/passwd",
            "%",
            "%00",
            "%zz",
            "<script>alert(1)</script>",
            "null",
            "undefined",
            "NaN",
            "true",
            "0",
            "-1",
            "1e400",
            "9223372036854775808",
            "a".repeat(129),
            "a".repeat(600),
            "\u00fc".repeat(5_000),
            "a".repeat(70_000),
            "@",
            "a@b@c",
            "x@20260310T090000",
            "~",
            ":",
            "*",
            "{}",
            "[]",
            "a,b,,c");

    private static final List<String> TIMES = List.of(
            "2026-03-10T09:00:00Z",
            "2026-03-10T12:00:00+01:00",
            "2026-03-11T09:00:00Z",
            "2026-03-29T02:30:00",
            "2026-10-25T02:30:00",
            "2026-04-01",
            "2026-03-10T09:00:00.123456789Z",
            "2027-01-01T00:00:00Z",
            "2026-03-10T25:00:00Z",
            "0000-01-01T00:00:00Z",
            "-0001-01-01T00:00:00Z",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "1772000000",
            "2026-W10-1",
            "12:00",
            "24:00",
            "2026-03",
            "20260310T090000Z",
            "2026-03-10T09:00:00+18:00",
            "2026-03-10T09:00:00Z[Europe/Vienna]");
    private static final List<String> ZONES = List.of(
            "Europe/Vienna",
            "UTC",
            "America/New_York",
            "Asia/Kathmandu",
            "Z",
            "+01:00",
            "GMT+1",
            "SystemV/PST8PDT",
            "Etc/GMT+12",
            "Mars/Olympus",
            "Europe/vienna");
    private static final List<String> RRULES = List.of(
            "FREQ=DAILY;COUNT=5",
            "FREQ=WEEKLY;BYDAY=MO,WE",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "FREQ=SECONDLY",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=DAILY;COUNT=2147483647",
            "FREQ=MONTHLY;BYSETPOS=-1;BYDAY=FR",
            "FREQ=DAILY;UNTIL=00000101T000000Z",
            "FREQ=YEARLY;BYDAY=53SU;BYWEEKNO=53",
            "FREQ=;;=");
    private static final List<String> CRONS = List.of(
            "0 3 * * *",
            "*/5 * * * *",
            "0 0 31 2 *",
            "0 0 29 2 1",
            "60 * * * *",
            "* * * * * *",
            "@daily",
            "0 0 ? * MON#5",
            "1-0 * * * *",
            "*/0 * * * *");
    private static final List<String> DURATIONS =
            List.of("PT1H", "P1D", "PT1M", "PT0S", "-PT1H", "PT999999999999H", "P1Y", "PT1S", "PT0.5S", "P");
    private static final List<String> NUMBERS = List.of(
            "1",
            "2",
            "5",
            "9",
            "0",
            "-1",
            "100",
            "1000",
            "2147483647",
            "-2147483648",
            "2147483648",
            "9223372036854775807",
            "1e9",
            "1.5");
    private static final List<String> WORDS =
            List.of("Talk", "Hall", "backup", "night", "VENUE", "STAFF", "why not", "Mozart & S\u00f6hne");

    private final JsonNode document;
    private final RandomGenerator random;
    private final Map<String, List<String>> ids;

    FuzzedValues(JsonNode document, RandomGenerator random, Map<String, List<String>> ids) {
        this.document = document;
        this.random = random;
        this.ids = ids;
    }

    /** For a place in the request's address. */
    String text(String name, JsonNode schema) {
        String text = anyText(name, schema);
        // Longer addresses are refused by the socket, before any service sees them.
        return text.substring(0, Math.min(text.length(), 300));
    }

    private String anyText(String name, JsonNode schema) {
        JsonNode resolved = resolved(schema);
        if (resolved.has("items")) {
            List<String> all = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                all.add(anyText(name, resolved.get("items")));
            }
            return String.join(",", all);
        }
        if (resolved.has("enum")) {
            return constant(resolved);
        }
        return switch (resolved.path("type").asString("string")) {
            case "integer", "number" -> any(chance(85) ? NUMBERS : HOSTILE);
            case "boolean" -> any(List.of("true", "false", "TRUE", "1", ""));
            default -> string(name);
        };
    }

    /** What an HTTP client lets through. */
    String header(String name) {
        return name.equals("After-Position")
                ? any(NUMBERS)
                : any(List.of("key-1", "key-2", "k".repeat(128), "k".repeat(129), "~", "a b", "'"));
    }

    String json(JsonNode schema) {
        if (chance(1)) {
            return any(List.of(
                    "null",
                    "[]",
                    "7",
                    "\"x\"",
                    "[".repeat(3_000),
                    "{\"a\":".repeat(3_000),
                    "{\"title\":\"\\ud800\"}",
                    "{\"a\":1,\"a\":2}",
                    "\u0000"));
        }
        return Fuzzer.written(value("", schema, 0));
    }

    /** Of an iCalendar file some lines. */
    String file() {
        StringBuilder file = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:fuzz\r\n");
        for (int i = random.nextInt(4); i > 0; i--) {
            file.append("BEGIN:VEVENT\r\nUID:").append(random.nextInt(50)).append("\r\n");
            line(
                    file,
                    "DTSTART",
                    any(List.of(
                            "20260310T090000Z",
                            "20260310",
                            "00000101T000000Z",
                            "20260329T023000",
                            "99991231T235959Z",
                            "x")));
            line(file, "DTEND", any(List.of("20260310T100000Z", "20260311", "20260309T000000Z", "x")));
            line(file, "SUMMARY", any(HOSTILE).replace("\n", "").replace("\r", ""));
            line(file, "DESCRIPTION", any(WORDS));
            line(file, "RRULE", any(RRULES));
            line(file, "EXDATE", any(List.of("20260311T090000Z", "x")));
            line(
                    file,
                    any(List.of(
                            "DURATION",
                            "CLASS",
                            "STATUS",
                            "CATEGORIES",
                            "PRIORITY",
                            "RECURRENCE-ID",
                            "ATTENDEE;CN=\"")),
                    any(DURATIONS));
            file.append(chance(95) ? "END:VEVENT\r\n" : "");
        }
        return file.append(chance(95) ? "END:VCALENDAR\r\n" : "").toString();
    }

    private void line(StringBuilder file, String name, String value) {
        if (chance(70)) {
            file.append(name).append(':').append(value).append("\r\n");
        }
    }

    private JsonNode value(String name, JsonNode schema, int depth) {
        if (chance(1)) {
            return wrong();
        }
        JsonNode resolved = resolved(schema);
        if (resolved.has("enum")) {
            return NODES.stringNode(constant(resolved));
        }
        return switch (resolved.path("type").asString(resolved.has("properties") ? "object" : "any")) {
            case "object" -> object(resolved, depth);
            case "array" -> array(name, resolved, depth);
            case "integer" -> number();
            case "number" -> NODES.numberNode(random.nextDouble());
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "string" -> NODES.stringNode(string(name));
            default -> chance(50) ? NODES.objectNode() : wrong();
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(field -> required.add(field.asString()));
        String form = name(schema).equals("Recurrence") && chance(90)
                ? any(List.of("cron", "pattern", "rrule", "every"))
                : "";
        schema.path("properties").properties().forEach(field -> {
            boolean wanted = !form.isEmpty()
                    ? field.getKey().equals(form)
                    : required.contains(field.getKey()) ? !chance(2) : depth < DEPTH_MAX && chance(20);
            if (wanted) {
                object.set(field.getKey(), value(field.getKey(), field.getValue(), depth + 1));
            }
        });
        if (chance(2)) {
            object.set(any(HOSTILE), wrong());
        }
        return object;
    }

    private JsonNode array(String name, JsonNode schema, int depth) {
        ArrayNode array = NODES.arrayNode();
        int size = chance(1) ? 1_500 : random.nextInt(3);
        for (int i = 0; i < size && (depth < DEPTH_MAX); i++) {
            array.add(value(name, schema.path("items"), depth + 1));
        }
        return array;
    }

    private JsonNode number() {
        String text = chance(75) ? any(NUMBERS.subList(0, 4)) : any(NUMBERS);
        return text.contains(".") || text.contains("e")
                ? NODES.numberNode(Double.parseDouble(text))
                : NODES.numberNode(Long.parseLong(text));
    }

    private JsonNode wrong() {
        return switch (random.nextInt(7)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(7);
            case 2 -> NODES.booleanNode(true);
            case 3 -> NODES.objectNode().put("$ne", 1);
            case 4 -> NODES.arrayNode().add(NODES.nullNode());
            case 5 -> NODES.numberNode(Double.MAX_VALUE);
            default -> NODES.stringNode(any(HOSTILE));
        };
    }

    private String string(String name) {
        if (chance(3)) {
            return any(HOSTILE);
        }
        if (chance(2)) {
            return any(TIMES);
        }
        List<String> known = ids.get(name);
        if (known != null && chance(85)) {
            return any(known);
        }
        if (name.endsWith("Id") && chance(60)) {
            return any(ids.values().stream().flatMap(List::stream).toList());
        }
        return switch (name) {
            case "timeZone", "zone", "tz" -> mostly(ZONES);
            case "rrule" -> mostly(RRULES);
            case "cron" -> mostly(CRONS);
            case "every", "offset", "duration", "step" -> mostly(DURATIONS);
            default -> isTime(name) ? mostly(TIMES) : any(WORDS);
        };
    }

    private static boolean isTime(String name) {
        return name.endsWith("DateTime")
                || List.of(
                                "from",
                                "till",
                                "start",
                                "end",
                                "date",
                                "until",
                                "anchor",
                                "endDate",
                                "resumeAfter",
                                "rdate",
                                "exdate",
                                "startDate")
                        .contains(name);
    }

    private String constant(JsonNode schema) {
        JsonNode all = schema.get("enum");
        String constant = all.get(random.nextInt(all.size())).asString();
        return chance(95) ? constant : chance(50) ? constant.toLowerCase(java.util.Locale.ROOT) : any(HOSTILE);
    }

    private String name(JsonNode schema) {
        return document.path("components").path("schemas").path("Recurrence").equals(schema) ? "Recurrence" : "";
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty()
                ? schema
                : document.path("components").path("schemas").path(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** The first two are what people send. */
    private String mostly(List<String> of) {
        return of.get(chance(75) ? random.nextInt(2) : random.nextInt(of.size()));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
