package dev.almanac.query.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Why a query is not answered. */
public sealed interface Refusal {

    record NothingHasThatId(String what, String id) implements Refusal {}

    record ParameterIsInvalid(Map<String, List<String>> errors) implements Refusal {
        public static ParameterIsInvalid of(String parameter, String message) {
            return new ParameterIsInvalid(Map.of(parameter, List.of(message)));
        }
    }

    record RangeIsTooWide(long daysMax) implements Refusal {}

    record TooManyEventsInRange(int max) implements Refusal {}

    record TooManyResources(int max) implements Refusal {}

    record CursorIsNotOurs() implements Refusal {}

    record ViewIsBehind(long position) implements Refusal {}

    record RebuildRunsAlready() implements Refusal {}

    /** The user may ask again after a while. */
    record TooManyRequests(Duration retryAfter) implements Refusal {}

    record TooManyListeners(int max) implements Refusal {}

    /** One user has as many streams open as one user may. */
    record TooManyStreams(int max) implements Refusal {}

    /** So many clients hear what they have missed at this moment that another has to wait. */
    record TooManyReplays(int max) implements Refusal {}

    record StreamIsNotReady() implements Refusal {}

    record CommandServiceDoesNotAnswer() implements Refusal {}

    /** The write side's own words. */
    record CommandsAreRefused(Problem problem) implements Refusal {}

    default Refused asError() {
        return new Refused(this);
    }
}
