package dev.almanac.command.schedule;

import dev.almanac.command.access.Command;
import dev.almanac.command.ledger.GrantLedger;
import dev.almanac.command.ledger.OutageLedger;
import dev.almanac.command.ledger.SlotLedger;
import dev.almanac.command.ledger.Terms;
import dev.almanac.command.store.CalendarStreams;
import dev.almanac.command.store.Transaction;
import org.springframework.stereotype.Component;

/** Everything that changes of events need, for each command anew. */
@Component
record EventTransactions(
        EventRepository events,
        EventIndex index,
        SlotLedger ledger,
        OutageLedger resources,
        GrantLedger grants,
        SelfServiceBookings bookers,
        CalendarStreams calendars) {

    /** As much room as is wanted, or nothing. */
    EventTransaction begin(Command command, Transaction transaction) {
        return begin(command, Terms.STRICT, transaction);
    }

    EventTransaction begin(Command command, Terms terms, Transaction transaction) {
        return new EventTransaction(this, command, terms, transaction);
    }
}
