package dev.almanac.command.store;

import dev.almanac.command.ledger.Verdict;
import dev.almanac.events.OccurrenceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What one command appended to the store, known once its unit of work has committed. */
public final class Receipt {
    private final List<Entry> entries = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private long elsewhere;
    private final List<Object> outcomes = new ArrayList<>();
    private final Map<String, Function<String, Optional<?>>> described = new HashMap<>();
    private boolean representing;

    /**
     * A change in the store.
     *
     * @param version the subject's version after it
     * @param position its place among all changes
     */
    public record Entry(String subject, long version, String changeId, long position) {
        private Entry behind(long elsewhere) {
            return new Entry(subject, version + elsewhere, changeId, position);
        }
    }

    /** What the ledger said of the claims of the command. */
    public void note(List<Verdict> said) {
        verdicts.addAll(said);
    }

    /** Something that the caller should know of, though the command was carried out. */
    public void warn(String warning) {
        warnings.add(warning);
    }

    /** What the endpoint is to answer beside where the subject stands. */
    public void attach(Object outcome) {
        outcomes.add(outcome);
    }

    /**
     * How a subject looks after the command, for callers who want to see that.
     *
     * @param body by the subject's id, or that of one of its occurrences, the body that would make it so
     */
    public void describe(String subject, Function<String, Optional<?>> body) {
        described.put(subject, body);
    }

    /** From now on the caller is one who wants to see how the subject looks. */
    public Receipt representing(boolean wanted) {
        representing = wanted;
        return this;
    }

    /** How the subject looks, where the caller wants to see that and the command was about it. */
    public Optional<?> represented(String id) {
        Function<String, Optional<?>> body = described.get(OccurrenceId.seriesOf(id));
        return representing && body != null ? body.apply(id) : Optional.empty();
    }

    /** The last outcome of this kind. */
    public <T> Optional<T> outcome(Class<T> kind) {
        return outcomes.reversed().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    public List<Verdict> verdicts() {
        return List.copyOf(verdicts);
    }

    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Changes of the subject that others published elsewhere: its version counts them too. */
    public void counts(long toldElsewhere) {
        elsewhere = toldElsewhere;
    }

    void add(Entry entry) {
        entries.add(entry);
    }

    public List<Entry> entries() {
        return entries.stream().map(entry -> entry.behind(elsewhere)).toList();
    }
}
