package dev.almanac.command.store;

import dev.almanac.telemetry.Traces;

/** What the metadata of commands and changes say of their origin. */
public final class MetaDataKeys {
    /** The token's subject. */
    public static final String ACTOR = "actor";

    /** The HTTP request that started it all. */
    public static final String REQUEST = "request";

    /** Of which trace it is, as W3C has it; absent where nothing is traced. */
    public static final String TRACE = Traces.PARENT;

    /** A {@link Idempotency}, for a command that must not be handled twice. */
    public static final String ONCE = "once";

    /** The message that led to this one; Axon's own key. */
    public static final String CAUSE = "correlationId";

    private MetaDataKeys() {}
}
