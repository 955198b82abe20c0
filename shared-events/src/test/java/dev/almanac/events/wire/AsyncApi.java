package dev.almanac.events.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.almanac.events.Change;
import dev.almanac.events.job.JobReported;
import dev.almanac.recurrence.Recurrence;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The AsyncAPI 3 document, derived from topics and records, so that it cannot say anything else than they do. */
final class AsyncApi {
    private AsyncApi() {}

    static Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("asyncapi", "3.0.0");
        document.put(
                "info",
                ordered(
                        "title", "Almanac changes",
                        "version", "v1",
                        "description",
                                "What the suite publishes on Kafka. Values are JSON; headers are CloudEvents 1.0 in binary"
                                        + " mode. The key is the id whose changes stay in order. A repeat has the same ce_id:"
                                        + " whoever remembers the last sequence of each key and ce_source, and drops what is not"
                                        + " greater, drops every repeat and nothing else."
                                        + " A type may grow: ce_dataschema then ends with a revision, such as ...v1:2, and a"
                                        + " field that earlier revisions did not have is not required."));
        document.put("defaultContentType", "application/json");
        Map<String, Object> channels = new LinkedHashMap<>();
        Map<String, Object> operations = new LinkedHashMap<>();
        Map<String, Object> messages = new LinkedHashMap<>();
        for (Topic topic : Topic.values()) {
            channels.put(topic.topicName(), channel(topic));
            String action = topic.isOfOthers() ? "receive" : "send";
            operations.put(
                    action + "-" + topic.topicName(),
                    ordered("action", action, "channel", reference("channels", topic.topicName())));
            types(topic).forEach(type -> messages.put(Change.typeOf(type), message(type)));
        }
        channels.put(Topic.ACTIVITY_V1, activity());
        operations.put(
                "send-" + Topic.ACTIVITY_V1,
                ordered("action", "send", "channel", reference("channels", Topic.ACTIVITY_V1)));
        ActivityRecord.types().forEach(type -> messages.put(Change.typeOf(type), activity(type)));
        channels.put(Topic.JOBS_V1, jobs());
        operations.put(
                "send-" + Topic.JOBS_V1, ordered("action", "send", "channel", reference("channels", Topic.JOBS_V1)));
        messages.put(
                Change.typeOf(JobReported.class),
                ordered(
                        "name", Change.typeOf(JobReported.class),
                        "headers", ordered("$ref", "#/components/schemas/HeadersOfJobs"),
                        "payload", record(JobReported.class)));
        document.put("channels", channels);
        document.put("operations", operations);
        document.put(
                "components",
                ordered(
                        "messages",
                        messages,
                        "schemas",
                        ordered(
                                "Headers",
                                headers(),
                                "HeadersOfOthers",
                                headersOfOthers(),
                                "HeadersOfActivity",
                                headersOfActivity(),
                                "HeadersOfJobs",
                                headersOfJobs())));
        return document;
    }

    private static Map<String, Object> channel(Topic topic) {
        Map<String, Object> messages = new LinkedHashMap<>();
        types(topic).forEach(type -> {
            String name = Change.typeOf(type);
            messages.put(name, ordered("$ref", "#/components/messages/" + name));
        });
        return ordered(
                "address",
                topic.topicName(),
                "description",
                "Kept for ever. Unreadable records go to " + topic.deadLetterName() + ".",
                "messages",
                messages,
                "bindings",
                ordered(
                        "kafka",
                        ordered("partitions", Topic.PARTITIONS, "topicConfiguration", ordered("retention.ms", -1))));
    }

    private static Map<String, Object> activity() {
        Map<String, Object> messages = new LinkedHashMap<>();
        ActivityRecord.types()
                .forEach(type -> messages.put(
                        Change.typeOf(type), ordered("$ref", "#/components/messages/" + Change.typeOf(type))));
        return ordered(
                "address",
                Topic.ACTIVITY_V1,
                "description",
                "What was read, for statistics: kept for a month. Views and checks that are alike within a minute are one"
                        + " record with a count, for each instance of query-service; exports are a record each. What was noted"
                        + " in the minute before an instance died is lost.",
                "messages",
                messages,
                "bindings",
                ordered(
                        "kafka",
                        ordered(
                                "partitions",
                                Topic.PARTITIONS,
                                "topicConfiguration",
                                ordered("retention.ms", Topic.ACTIVITY_KEPT.toMillis()))));
    }

    private static Map<String, Object> jobs() {
        String type = Change.typeOf(JobReported.class);
        return ordered(
                "address",
                Topic.JOBS_V1,
                "description",
                "How the background jobs of all services stand, for those who look after them: the last record of a key counts,"
                        + " and the topic is compacted. A report that is lost is made up for by the next.",
                "messages",
                ordered(type, ordered("$ref", "#/components/messages/" + type)),
                "bindings",
                ordered(
                        "kafka",
                        ordered("partitions", 1, "topicConfiguration", ordered("cleanup.policy", List.of("compact")))));
    }

    private static Map<String, Object> activity(Class<?> type) {
        return ordered(
                "name", Change.typeOf(type),
                "headers", ordered("$ref", "#/components/schemas/HeadersOfActivity"),
                "payload", record(type));
    }

    private static Map<String, Object> message(Class<?> type) {
        return ordered(
                "name", Change.typeOf(type),
                "headers",
                        ordered(
                                "$ref",
                                "#/components/schemas/"
                                        + (Topic.of(type).isOfOthers() ? "HeadersOfOthers" : "Headers")),
                "payload", said(type));
    }

    private static Map<String, Object> said(Class<?> type) {
        return switch (Topic.of(type)) {
            case RUN_REPORTS -> report(payload(type));
            case FEED -> BoundedEntries.of(payload(type));
            case CALENDARS,
                    SCHEDULES,
                    RESOURCES,
                    RULES,
                    OCCURRENCES,
                    CONFLICTS,
                    NOTIFICATIONS,
                    SUBSCRIPTIONS,
                    CHANGE_REQUESTS -> payload(type);
        };
    }

    /** Topics are kept for ever, so that what a later revision added is not always there. */
    private static Map<String, Object> payload(Class<?> type) {
        Map<String, Object> payload = record(type);
        payload.computeIfPresent(
                "required",
                (_, fields) -> ((List<?>) fields)
                        .stream()
                                .filter(field -> firstRevision(type).has((String) field))
                                .toList());
        return payload;
    }

    /** What is noted of a run may also stand beside its other fields; another field makes a report unreadable. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> report(Map<String, Object> payload) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.putAll((Map<String, ?>) Objects.requireNonNull(payload.get("properties")));
        Map<String, Object> note = ordered("additionalProperties", false);
        ((Map<?, ?>) Objects.requireNonNull(properties.get("note")))
                .forEach((name, value) -> note.put((String) name, value));
        properties.put("note", note);
        properties.putAll((Map<String, ?>) Objects.requireNonNull(note.get("properties")));
        payload.put("properties", properties);
        payload.put("required", List.of("occurrenceId"));
        payload.put("additionalProperties", false);
        payload.put(
                "description",
                "What is noted stands in note or beside it, not in both; links are of http or https."
                        + " Whatever else a report holds, it goes to the dead letters.");
        return payload;
    }

    private static JsonNode firstRevision(Class<?> type) {
        return ChangeJson.mapper().readTree(GoldenFiles.of(new Schema(Change.typeOf(type), 1)));
    }

    private static Map<String, Object> headers() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("ce_specversion", text("1.0"));
        properties.put("ce_id", text("Unique for ever; a repeat of the same change has the same one."));
        properties.put("ce_type", text("The change's type, such as EventRescheduled.v1."));
        properties.put(
                "ce_source",
                text(
                        "Who wrote and numbered it, such as urn:scheduling:command-service, urn:scheduling:rule-expander or"
                                + " urn:scheduling:conflict-detector."));
        properties.put("ce_subject", text("The id whose changes stay in order: the key."));
        properties.put("ce_time", text("When it happened, RFC 3339; a derived change has the time of its cause."));
        properties.put("ce_dataschema", text("The type with its revision."));
        properties.put("content-type", text("application/json"));
        properties.put(
                "sequence",
                text(
                        "A number from 0 that grows by one for a key on a topic, counted by each ce_source for itself. Only"
                                + " scheduling.conflicts.v1 has two sources for a key. Absent where nobody counts: on"
                                + " scheduling.run-reports.v1 and scheduling.notifications.v1 a repeat is known by its ce_id, and"
                                + " on scheduling.feed.v1 by the sequence in its value."));
        properties.put(
                "position",
                text("The place among all changes of the event store. A derived change bears that of its cause, of the"
                        + " clock's doings that of the last change of the rule; 0 where there is none."));
        properties.put("actor", text("Who asked for it, or for its cause."));
        properties.put("correlationid", text("The request that started it all."));
        properties.put("causationid", text("The command or change that led to it."));
        properties.put("traceparent", text("The W3C trace context of that request."));
        properties.put(
                "republication",
                text(
                        "Present where changes of a key were missing on their topic and all changes of the key that the event"
                                + " store has are told once more, in order: the id of that whole, the same on each of them. They are"
                                + " repeats: whoever drops repeats drops them, but for those that were missing. Whoever keeps a state of the key"
                                + " makes it anew from the first to the last of them, and swaps it in with the last. If they come to"
                                + " a halt, they are told again from the first on, under the same id."));
        properties.put("republicationnumber", text("Of this change in that whole, from 0, without gaps."));
        properties.put("republicationcount", text("How many changes that whole has."));
        List<String> required = properties.keySet().stream()
                .filter(header -> !header.equals("sequence")
                        && !header.equals("traceparent")
                        && !header.startsWith("republication"))
                .toList();
        return ordered("type", "object", "properties", properties, "required", required);
    }

    /** Other teams write CloudEvents, and need not know of our extensions. */
    private static Map<String, Object> headersOfOthers() {
        Map<String, Object> headers = headers();
        headers.put("required", List.of("ce_id", "ce_type", "ce_source", "ce_time"));
        return headers;
    }

    private static Map<String, Object> headersOfActivity() {
        return headersOf(
                "Such as CalendarViewGenerated.v1.",
                "urn:scheduling:query-service",
                "The id of the calendar or of the (first) resource: the key.",
                "When it happened, RFC 3339; of what was counted, when it did for the last time.");
    }

    private static Map<String, Object> headersOfJobs() {
        return headersOf(
                "JobReported.v1.",
                "The service, such as urn:scheduling:query-service.",
                "The service and the job, such as query-service/run-retention: the key.",
                "When it was reported, RFC 3339.");
    }

    private static Map<String, Object> headersOf(String type, String source, String subject, String time) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("ce_specversion", text("1.0"));
        properties.put("ce_id", text("Unique for ever; a repeat has the same one."));
        properties.put("ce_type", text(type));
        properties.put("ce_source", text(source));
        properties.put("ce_subject", text(subject));
        properties.put("ce_time", text(time));
        properties.put("ce_dataschema", text("The type with its revision."));
        properties.put("content-type", text("application/json"));
        return ordered("type", "object", "properties", properties, "required", List.copyOf(properties.keySet()));
    }

    private static Map<String, Object> text(String description) {
        return ordered("type", "string", "description", description);
    }

    private static List<Class<?>> types(Topic topic) {
        return List.copyOf(ChangeTypes.of(topic));
    }

    private static Map<String, Object> reference(String kind, String name) {
        return ordered("$ref", "#/" + kind + "/" + name);
    }

    private static Map<String, Object> schema(Type type) {
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            return ordered("type", "object", "additionalProperties", schema(map.getActualTypeArguments()[1]));
        }
        if (type instanceof ParameterizedType list) {
            return ordered("type", "array", "items", schema(list.getActualTypeArguments()[0]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return ordered(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(plain.getEnumConstants())
                            .map(Object::toString)
                            .toList());
        }
        if (plain.isRecord()) {
            return record(plain);
        }
        return scalar(plain);
    }

    private static Map<String, Object> record(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.put(component.getName(), schema(component.getGenericType()));
        }
        List<String> required = Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                        && !component.getAccessor().isAnnotationPresent(JsonInclude.class))
                .map(RecordComponent::getName)
                .toList();
        return ordered("type", "object", "properties", properties, "required", required);
    }

    private static Map<String, Object> scalar(Class<?> type) {
        if (type == Instant.class) {
            return ordered("type", "string", "format", "date-time");
        }
        if (type == LocalDate.class) {
            return ordered("type", "string", "format", "date");
        }
        if (type == LocalTime.class) {
            return ordered("type", "string", "description", "local time, ISO 8601 without offset");
        }
        if (type == LocalDateTime.class) {
            return ordered("type", "string", "description", "local date-time, ISO 8601 without offset");
        }
        if (type == Recurrence.class) {
            return ordered("type", "object", "description", "one of cron, pattern, rrule or every");
        }
        if (type == Duration.class) {
            return ordered("type", "string", "format", "duration");
        }
        if (type == JsonNode.class) {
            return ordered("type", "object");
        }
        if (type == boolean.class || type == Boolean.class) {
            return ordered("type", "boolean");
        }
        if (type == double.class || type == Double.class) {
            return ordered("type", "number");
        }
        return ordered("type", type == String.class ? "string" : "integer");
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
