package dev.almanac.web;

import io.netty.channel.ChannelException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;

/** Failures that every service has. */
final class CommonFailures {
    private static final String NO_OBJECT = "is not the JSON object that is asked for";

    private CommonFailures() {}

    static FailureAnswer of(Throwable failure) {
        return switch (failure) {
            case Rejected e -> e.answer();
            case InvalidRequest e -> FailureAnswer.of(e.problem());
            case AuthenticationServiceException _ ->
                answer(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "token-issuer-unreachable",
                        "The token could not be checked now");
            case AuthenticationException e -> answer(HttpStatus.UNAUTHORIZED, "unauthenticated", reason(e));
            case AccessDeniedException _ ->
                answer(HttpStatus.FORBIDDEN, "forbidden", "The token's roles do not allow this");
            case DataBufferLimitException _ -> tooLarge();
            case ServerWebInputException e -> unreadable(e);
            case ResponseStatusException e -> status(e);
            case ChannelException _ ->
                answer(HttpStatus.REQUEST_TIMEOUT, "request-timeout", "The request did not come to its end in time");
            case CancellationException _ ->
                answer(HttpStatus.SERVICE_UNAVAILABLE, "interrupted", "The service stops now");
            default ->
                answer(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal-error",
                        "Something broke on our side; it was recorded");
        };
    }

    private static FailureAnswer answer(HttpStatus status, String name, String detail) {
        return FailureAnswer.of(Problems.problem(status, name, detail));
    }

    private static String reason(AuthenticationException e) {
        String said = e.getMessage();
        return said == null || said.isBlank() ? "A valid bearer token is needed" : said;
    }

    private static FailureAnswer tooLarge() {
        return answer(
                HttpStatus.CONTENT_TOO_LARGE,
                ProblemNames.of(HttpStatus.CONTENT_TOO_LARGE.value()),
                "The request body is larger than allowed");
    }

    /** Spring's own sentence about a path that leads nowhere says our host and which resources we looked for. */
    private static FailureAnswer status(ResponseStatusException e) {
        HttpStatus status = HttpStatus.valueOf(e.getStatusCode().value());
        String said = e instanceof NoResourceFoundException ? "Nothing has such an address" : e.getReason();
        return answer(status, ProblemNames.of(status.value()), said == null ? status.getReasonPhrase() : said)
                .with(e.getHeaders());
    }

    private static FailureAnswer unreadable(ServerWebInputException e) {
        if (BodyFaults.cause(e, DataBufferLimitException.class).isPresent()) {
            return tooLarge();
        }
        if (!isOfTheBody(e)) {
            return FailureAnswer.of(new InvalidRequest(faults(e)).problem());
        }
        Map<String, List<String>> faults = BodyFaults.of(e);
        if (!faults.isEmpty()) {
            return FailureAnswer.of(new InvalidRequest(faults).problem());
        }
        ProblemDetail problem = Problems.problem(
                HttpStatus.BAD_REQUEST, "malformed-request", "The body is not the JSON object that is asked for");
        problem.setProperty("errors", Map.of("body", List.of(NO_OBJECT)));
        return FailureAnswer.of(problem);
    }

    private static boolean isOfTheBody(ServerWebInputException e) {
        MethodParameter parameter = e.getMethodParameter();
        return e.getCause() instanceof DecodingException
                || e.getCause() instanceof JacksonException
                || (parameter != null && parameter.hasParameterAnnotation(RequestBody.class));
    }

    private static Map<String, List<String>> faults(ServerWebInputException e) {
        if (e instanceof MissingRequestValueException missing) {
            return Map.of(missing.getName(), List.of("is required"));
        }
        String parameter = Optional.ofNullable(e.getMethodParameter())
                .map(CommonFailures::name)
                .orElse("request");
        return Map.of(parameter, List.of(message(e)));
    }

    /** As the request spells it. */
    private static @Nullable String name(MethodParameter parameter) {
        RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
        return declared == null || declared.name().isEmpty() ? parameter.getParameterName() : declared.name();
    }

    private static String message(ServerWebInputException e) {
        return e.getCause() instanceof TypeMismatchException mismatch
                ? "must be " + expectation(mismatch.getRequiredType())
                : Optional.ofNullable(e.getReason()).orElse("is not valid");
    }

    private static String expectation(@Nullable Class<?> wanted) {
        if (wanted == null) {
            return "valid";
        }
        return switch (wanted.getSimpleName()) {
            case "Instant" -> Rfc3339.AN_INSTANT + ", or a local date-time with its timeZone beside it";
            case "LocalDate" -> "a date such as 2026-03-01";
            case "LocalTime" -> "a time such as 06:00";
            case "ZoneId" -> Zones.A_ZONE;
            case "Integer", "int" -> "a number";
            case "Boolean", "boolean" -> "true or false";
            default -> wanted.isEnum() ? "one of " + Arrays.toString(wanted.getEnumConstants()) : "valid";
        };
    }
}
