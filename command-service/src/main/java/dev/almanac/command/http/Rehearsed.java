package dev.almanac.command.http;

import dev.almanac.command.store.Receipt;
import java.util.concurrent.Callable;

/**
 * Stands in the Reactor context of a request that is only rehearsed: its commands are carried out on the calling thread,
 * in the transaction that is under way there and that never commits.
 */
@FunctionalInterface
public interface Rehearsed {

    Receipt carryOut(Callable<Receipt> command);
}
