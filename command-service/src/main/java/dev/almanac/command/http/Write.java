package dev.almanac.command.http;

import dev.almanac.command.access.Command;
import dev.almanac.command.store.Receipt;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/**
 * What an endpoint read of a request: the command, and how its receipt is answered. Nothing has happened yet.
 *
 * @param mayBeAheadOfUs whether callers may name what we are about to hear of: then it is waited for
 */
public record Write<A>(Command command, Answering<A> answering, boolean mayBeAheadOfUs) {

    /** From the receipt of a command to its answer. */
    @FunctionalInterface
    public interface Answering<A> {
        ResponseEntity<A> answer(Receipt receipt, WriteAnswers answers);
    }

    private Write(Command command, Answering<A> answering) {
        this(command, answering, false);
    }

    /** 201 with {@code Location}. */
    public static Write<WriteAnswer> creating(String location, String id, Command command) {
        return creating(location, id, command, (answer, _) -> answer);
    }

    /** 201 for what answers more than where its subject stands. */
    public static <A> Write<A> creating(
            String location, String id, Command command, BiFunction<WriteAnswer, Receipt, A> more) {
        return new Write<>(command, (receipt, answers) -> answers.created(location, id, receipt, more));
    }

    /** 200. */
    public static Write<WriteAnswer> changing(String id, Command command) {
        return changing(id, command, (answer, _) -> answer);
    }

    /** 200 for what answers more than where its subject stands. */
    public static <A> Write<A> changing(String id, Command command, BiFunction<WriteAnswer, Receipt, A> more) {
        return new Write<>(command, (receipt, answers) -> answers.changed(id, receipt, more));
    }

    /** 200 for a command whose first change names its subject. */
    public static Write<WriteAnswer> changing(Command command) {
        return new Write<>(
                command,
                (receipt, answers) ->
                        answers.changed(receipt.entries().getFirst().subject(), receipt, (answer, _) -> answer));
    }

    /**
     * 200 for subjects that change together or not at all.
     *
     * @param subject of an item: several occurrences may be of one series
     */
    public static Write<BulkAnswer> changingAll(List<String> ids, Function<String, String> subject, Command command) {
        return new Write<>(command, (receipt, answers) -> answers.changedAll(ids, subject, receipt));
    }

    /** The same, waiting for what its caller may have heard of before us. */
    public Write<A> waiting() {
        return new Write<>(command, answering, true);
    }
}
