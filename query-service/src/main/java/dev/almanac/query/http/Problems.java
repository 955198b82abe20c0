package dev.almanac.query.http;

import com.mongodb.MongoException;
import dev.almanac.query.http.Refusal.CommandServiceDoesNotAnswer;
import dev.almanac.query.http.Refusal.CommandsAreRefused;
import dev.almanac.query.http.Refusal.CursorIsNotOurs;
import dev.almanac.query.http.Refusal.NothingHasThatId;
import dev.almanac.query.http.Refusal.ParameterIsInvalid;
import dev.almanac.query.http.Refusal.RangeIsTooWide;
import dev.almanac.query.http.Refusal.RebuildRunsAlready;
import dev.almanac.query.http.Refusal.StreamIsNotReady;
import dev.almanac.query.http.Refusal.TooManyEventsInRange;
import dev.almanac.query.http.Refusal.TooManyListeners;
import dev.almanac.query.http.Refusal.TooManyReplays;
import dev.almanac.query.http.Refusal.TooManyRequests;
import dev.almanac.query.http.Refusal.TooManyResources;
import dev.almanac.query.http.Refusal.TooManyStreams;
import dev.almanac.query.http.Refusal.ViewIsBehind;
import dev.almanac.web.BodyFaults;
import dev.almanac.web.InvalidRequest;
import dev.almanac.web.ProblemNames;
import io.netty.channel.ChannelException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.core.codec.DecodingException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;

/** What each failure is to the caller. */
final class Problems {
    private Problems() {}

    static Problem of(Throwable failure) {
        return switch (failure) {
            case Refused refused -> of(refused.refusal());
            case AuthenticationServiceException _ ->
                Problem.of(503, "token-issuer-unreachable", "The token could not be checked now");
            case AuthenticationException e ->
                Problem.of(401, "unauthenticated", "A valid bearer token is needed")
                        .detail(e.getMessage());
            case AccessDeniedException _ -> Problem.of(403, "forbidden", "The token's roles do not allow this");
            case InvalidRequest e -> invalid(e.errors());
            case ServerWebInputException e -> unreadable(e);
            case NoResourceFoundException _ -> status(404, "Nothing has such an address");
            case ResponseStatusException e -> status(e.getStatusCode().value(), e.getReason());
            case MongoException _ -> Problem.of(503, "views-unreachable", "The views cannot be reached now");
            case ChannelException _ ->
                Problem.of(408, "request-timeout", "The request did not come to its end in time");
            case CancellationException _ -> Problem.of(503, "interrupted", "The service stops now");
            default -> Problem.of(500, "internal-error", "Something went wrong here");
        };
    }

    private static Problem of(Refusal refusal) {
        return switch (refusal) {
            case NothingHasThatId(String what, String id) ->
                Problem.of(404, "not-found", "There is no such " + what).detail("no " + what + " has the id " + id);
            case ParameterIsInvalid(var errors) -> invalid(errors);
            case RangeIsTooWide(long max) ->
                Problem.of(400, "range-too-wide", "The range is too wide").detail("at most " + max + " days");
            case TooManyEventsInRange(int max) ->
                Problem.of(400, "too-many-events", "The range holds too many events")
                        .detail("more than " + max + ": ask for a shorter range");
            case TooManyResources(int max) ->
                Problem.of(400, "too-many-resources", "Too many resources at once")
                        .rule("SCH-033")
                        .errors(Map.of("resourceIds", List.of("at most " + max)));
            case CursorIsNotOurs() ->
                Problem.of(400, "bad-cursor", "The cursor is not one that this list gave")
                        .errors(Map.of("cursor", List.of("pass nextCursor on unchanged, or leave it out")));
            case ViewIsBehind(long position) ->
                Problem.of(503, "view-behind", "The view has not come so far yet")
                        .detail("position " + position + " is not in the views yet");
            case RebuildRunsAlready() -> Problem.of(409, "rebuild-running", "A rebuild is running already");
            case StreamIsNotReady() -> Problem.of(503, "stream-not-ready", "The stream has not started yet");
            case CommandServiceDoesNotAnswer() ->
                Problem.of(503, "command-service-unreachable", "The command-service does not answer now");
            case CommandsAreRefused(Problem problem) -> problem;
            case TooManyRequests(Duration _) ->
                Problem.of(429, "too-many-requests", "You ask more often than your role may");
            case TooManyListeners(int max) ->
                Problem.of(503, "too-many-listeners", "This instance streams to too many clients")
                        .detail("at most " + max);
            case TooManyStreams(int max) ->
                Problem.of(429, "too-many-streams", "You have too many streams open")
                        .detail("at most " + max + " at once: close one, or wait until it is seen to be closed");
            case TooManyReplays(int max) ->
                Problem.of(503, "too-many-replays", "Too many clients hear what they have missed")
                        .detail("at most " + max + " at once: ask again with the same Last-Event-ID");
        };
    }

    private static Problem invalid(Map<String, List<String>> errors) {
        return Problem.of(400, "invalid-request", "The request is not valid").errors(errors);
    }

    private static Problem status(int status, @Nullable String reason) {
        String name = ProblemNames.of(status);
        return Problem.of(status, name, ProblemNames.title(name)).detail(reason);
    }

    private static Problem unreadable(ServerWebInputException e) {
        boolean isBody = e.getCause() instanceof DecodingException || e.getCause() instanceof JacksonException;
        Map<String, List<String>> errors = isBody ? BodyFaults.of(e) : errors(e);
        return errors.isEmpty()
                ? Problem.of(400, "malformed-request", "The body is not the JSON object that is asked for")
                        .errors(Map.of("body", List.of("is not the JSON object that is asked for")))
                : invalid(errors);
    }

    private static Map<String, List<String>> errors(ServerWebInputException e) {
        if (e instanceof MissingRequestValueException missing) {
            return Map.of(missing.getName(), List.of("is required"));
        }
        String parameter =
                Optional.ofNullable(e.getMethodParameter()).map(Problems::name).orElse("request");
        return Map.of(parameter, List.of(message(e)));
    }

    /** As the request spells it. */
    private static @Nullable String name(MethodParameter parameter) {
        RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
        return declared == null || declared.name().isEmpty() ? parameter.getParameterName() : declared.name();
    }

    private static String message(ServerWebInputException e) {
        if (e.getCause() instanceof TypeMismatchException mismatch) {
            Class<?> wanted = mismatch.getRequiredType();
            return "'" + mismatch.getValue() + "' is not " + expectation(wanted);
        }
        return Optional.ofNullable(e.getReason()).orElse("is not valid");
    }

    private static String expectation(@Nullable Class<?> wanted) {
        if (wanted == null) {
            return "valid";
        }
        return switch (wanted.getSimpleName()) {
            case "Instant" ->
                "an RFC 3339 instant such as 2026-03-01T09:00:00Z, or a local date-time with its timeZone beside it";
            case "LocalDate" -> "a date such as 2026-03-01";
            case "LocalTime" -> "a time such as 06:00";
            case "ZoneId" -> "an IANA time zone such as Europe/Berlin";
            case "Integer", "int" -> "a number";
            case "Boolean", "boolean" -> "true or false";
            default -> wanted.isEnum() ? "one of " + Arrays.toString(wanted.getEnumConstants()) : "valid";
        };
    }
}
