package dev.almanac.command.store;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** What one command appended to the store, known once its unit of work has committed. */
public final class Receipt {
    private static final String KEY = Receipt.class.getName();
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A change in the store.
     *
     * @param version the subject's version after it
     * @param position its place among all changes
     */
    public record Entry(String subject, long version, String changeId, long position) {}

    static Receipt of(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrComputeResource(KEY, _ -> new Receipt());
    }

    void add(Entry entry) {
        entries.add(entry);
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }
}
