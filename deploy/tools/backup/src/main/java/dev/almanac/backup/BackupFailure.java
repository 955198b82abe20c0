package dev.almanac.backup;

/** Why nothing was, or is to be, backed up or restored: a sentence for whoever asked. */
public final class BackupFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    BackupFailure(String sentence) {
        super(sentence);
    }

    BackupFailure(String sentence, Exception cause) {
        super(sentence, cause);
    }
}
