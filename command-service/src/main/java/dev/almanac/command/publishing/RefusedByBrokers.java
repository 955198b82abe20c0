package dev.almanac.command.publishing;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** The brokers will not take a record, however often it is sent. */
final class RefusedByBrokers extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private RefusedByBrokers(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }

    /** Whether that is what happened, and not that they did not answer. */
    static Optional<RefusedByBrokers> in(CompletionException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException || cause instanceof InvalidRecordException) {
                return Optional.of(new RefusedByBrokers(cause));
            }
        }
        return Optional.empty();
    }
}
