package dev.almanac.command.http;

import dev.almanac.command.ledger.Verdict;
import dev.almanac.command.store.Receipt;
import dev.almanac.command.store.UndoableUntil;
import dev.almanac.web.ApiHeaders;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The last stage of a write: its receipt as an answer. */
@Component
public class WriteAnswers {
    private static final String API = "/api/v1";
    private final Versions versions;
    private final JsonMapper json;

    WriteAnswers(Versions versions, JsonMapper json) {
        this.versions = versions;
        this.json = json;
    }

    <A> ResponseEntity<A> created(
            String location, String id, Receipt receipt, BiFunction<WriteAnswer, Receipt, A> more) {
        return headed(ResponseEntity.created(URI.create(API + location + "/" + id)), id, receipt, more);
    }

    <A> ResponseEntity<A> changed(String id, Receipt receipt, BiFunction<WriteAnswer, Receipt, A> more) {
        return headed(ResponseEntity.ok(), id, receipt, more);
    }

    ResponseEntity<BulkAnswer> changedAll(List<String> ids, Function<String, String> subject, Receipt receipt) {
        return headed(BulkAnswer.of(
                ids.stream().map(id -> item(id, subject.apply(id), receipt)).toList()));
    }

    static ResponseEntity<BulkAnswer> headed(BulkAnswer answer) {
        return ResponseEntity.ok()
                .header(ApiHeaders.CHANGE_POSITION, Long.toString(answer.position()))
                .body(answer);
    }

    private <A> ResponseEntity<A> headed(
            ResponseEntity.BodyBuilder response, String id, Receipt receipt, BiFunction<WriteAnswer, Receipt, A> more) {
        WriteAnswer answer = answer(id, receipt);
        A body = more.apply(answer, receipt);
        if (body instanceof Located located && located.location() != null) {
            response.location(URI.create(API + located.location()));
        }
        if (answer.resource() != null) {
            response.header(ApiHeaders.PREFERENCE_APPLIED, PreferFilter.REPRESENTATION);
        }
        return response.header(HttpHeaders.ETAG, "\"" + answer.version() + "\"")
                .header(ApiHeaders.CHANGE_POSITION, Long.toString(answer.position()))
                .body(body);
    }

    private WriteAnswer answer(String id, Receipt receipt) {
        Receipt.Entry last = last(id, receipt);
        return new WriteAnswer(
                id,
                last.version(),
                last.changeId(),
                last.position(),
                undoableUntil(receipt),
                occurrences(receipt),
                receipt.warnings().isEmpty() ? null : receipt.warnings(),
                receipt.represented(id)
                        .map(body -> json.<Map<String, Object>>convertValue(body, new TypeReference<>() {}))
                        .orElse(null));
    }

    private BulkAnswer.Item item(String id, String subject, Receipt receipt) {
        Receipt.Entry last = last(subject, receipt);
        return new BulkAnswer.Item(
                id,
                new WriteAnswer(
                        subject,
                        last.version(),
                        last.changeId(),
                        last.position(),
                        undoableUntil(receipt),
                        null,
                        null,
                        null),
                null);
    }

    /** A command that changed nothing answers with where its subject stands. */
    private Receipt.Entry last(String id, Receipt receipt) {
        return receipt.entries().stream()
                .filter(entry -> entry.subject().equals(id))
                .reduce((_, later) -> later)
                .orElseGet(() -> versions.last(id));
    }

    private static @Nullable Instant undoableUntil(Receipt receipt) {
        return receipt.outcome(UndoableUntil.class).map(UndoableUntil::instant).orElse(null);
    }

    private static @Nullable List<OccurrenceAnswer> occurrences(Receipt receipt) {
        List<OccurrenceAnswer> asked = receipt.verdicts().stream()
                .filter(Verdict::isNew)
                .map(OccurrenceAnswer::of)
                .toList();
        return asked.isEmpty() ? null : asked;
    }
}
