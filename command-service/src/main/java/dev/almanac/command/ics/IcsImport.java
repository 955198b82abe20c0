package dev.almanac.command.ics;

import dev.almanac.command.access.Action;
import dev.almanac.command.access.Request;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.Outages;
import dev.almanac.command.ics.IcsAnswer.Remark;
import dev.almanac.command.ledger.GrantLedger;
import dev.almanac.command.ledger.Lane;
import dev.almanac.command.ledger.SlotLedger;
import dev.almanac.command.rejection.CalendarIsUnknownOrInactive;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.imported.ImportEvent;
import dev.almanac.command.schedule.imported.PairImported;
import dev.almanac.command.schedule.model.CompanionPairing;
import dev.almanac.command.store.Appending;
import dev.almanac.command.store.Receipt;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Imports a file event by event: each is kept or named, none stands in the way of another. */
@Component
class IcsImport {
    /** More than this is not one calendar, but an archive: send it in parts. */
    private static final int EVENTS_MAX = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(IcsImport.class);

    private final Commands commands;
    private final SlotLedger ledger;
    private final GrantLedger grants;
    private final CompanionPairing pairing;

    IcsImport(Commands commands, SlotLedger ledger, GrantLedger grants, CompanionPairing pairing) {
        this.grants = grants;
        this.pairing = pairing;
        this.commands = commands;
        this.ledger = ledger;
    }

    /** What came of it, and the position of the last change that it made, 0 for none. */
    record Imported(IcsAnswer answer, long position) {}

    /** A file that was read: nothing of it is booked yet. */
    record Read(IcsFile file, IcsEvents events, List<IcsEvents.Found> found) {}

    /** The zone in which times without one are meant, of a calendar that takes the caller's bookings. */
    ZoneId zoneOf(String calendarId, Request request) {
        Appending.unless(grants.refusal(request.caller(), Action.SCHEDULE, List.of(calendarId)));
        Lane lane = ledger.lane(calendarId).filter(Lane::active).orElse(null);
        if (lane == null) {
            throw Appending.refused(
                    ledger.lane(calendarId).isPresent()
                            ? new CalendarIsUnknownOrInactive()
                            : new SubjectDoesNotExist("Calendar", calendarId));
        }
        return ZoneId.of(lane.timeZone());
    }

    /** Work for the processor alone. */
    static Read read(String calendarId, ZoneId zone, String text) {
        IcsFile file = IcsFile.read(text);
        if (!file.isCalendar() || file.events().size() > EVENTS_MAX) {
            throw Appending.refused(new FileIsNoCalendar(EVENTS_MAX));
        }
        IcsEvents events = new IcsEvents(new IcsEventReader(calendarId, zone, IcsZones.of(file, zone)));
        return new Read(file, events, events.of(file.events()));
    }

    Imported book(Read read, Request request) {
        Sending sending = new Sending(read.events(), read.file(), request);
        read.found().forEach(sending::send);
        sending.taken.forEach(sending::pair);
        return sending.imported();
    }

    /** One event after the other; all of them are there before any is paired. */
    private final class Sending {
        private final IcsEvents events;
        private final IcsFile file;
        private final Request request;
        private final List<IcsEvents.Found> taken = new ArrayList<>();
        private final List<Remark> warnings = new ArrayList<>();
        private long position;

        Sending(IcsEvents events, IcsFile file, Request request) {
            this.events = events;
            this.file = file;
            this.request = request;
        }

        void send(IcsEvents.Found found) {
            try {
                note(commands.sendInTurn(command(found.event(), request)));
                taken.add(found);
            } catch (CommandExecutionException e) {
                String reason = reason(e);
                found.parts().forEach(part -> events.reject(part, reason));
            } catch (RuntimeException e) {
                if (Outages.isOne(e)) {
                    throw e;
                }
                LOG.error(
                        "The event {} of an import broke a command",
                        found.event().scheduleId(),
                        e);
                found.parts().forEach(part -> events.reject(part, "cannot be booked: something in it is out of range"));
            }
        }

        void pair(IcsEvents.Found found) {
            String title = found.event().details().title();
            if (pairing.key(title).isEmpty()) {
                return;
            }
            try {
                Receipt receipt =
                        commands.sendInTurn(new PairImported(found.event().scheduleId(), title, request));
                note(receipt);
                receipt.warnings().forEach(warning -> warn(found, warning));
            } catch (CommandExecutionException e) {
                warn(found, reason(e));
            }
        }

        private void note(Receipt receipt) {
            receipt.entries().forEach(entry -> position = Math.max(position, entry.position()));
        }

        private void warn(IcsEvents.Found found, String reason) {
            warnings.add(found.parts().getFirst().remark(reason));
        }

        Imported imported() {
            return new Imported(
                    new IcsAnswer(
                            taken.size(),
                            byLine(Stream.concat(events.rejected().stream(), file.unclosed().stream())
                                    .toList()),
                            byLine(events.adjusted()),
                            byLine(dropped()),
                            byLine(warnings)),
                    position);
        }

        private List<Remark> dropped() {
            List<Remark> dropped = new ArrayList<>(file.others());
            taken.stream()
                    .flatMap(found -> found.parts().stream())
                    .filter(part -> !part.dropped().isEmpty())
                    .forEach(part -> dropped.add(part.remark("not kept: " + String.join(", ", part.dropped()))));
            return dropped;
        }
    }

    private static ImportEvent command(IcsEvent event, Request request) {
        return new ImportEvent(
                event.scheduleId(), event.booking(), event.details(), event.status(), event.exceptions(), request);
    }

    private static String reason(CommandExecutionException e) {
        Optional<Rejection> rejection = e.getDetails();
        Rejection refusal = rejection.orElseThrow(() -> e);
        return refusal.rule() == null ? refusal.detail() : refusal.rule() + ": " + refusal.detail();
    }

    private static List<Remark> byLine(List<Remark> remarks) {
        List<Remark> sorted = new ArrayList<>(remarks);
        sorted.sort(java.util.Comparator.comparingInt(Remark::line));
        return sorted;
    }
}
