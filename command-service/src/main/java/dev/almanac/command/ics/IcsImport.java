package dev.almanac.command.ics;

import dev.almanac.command.access.Action;
import dev.almanac.command.access.Request;
import dev.almanac.command.http.Commands;
import dev.almanac.command.ics.IcsAnswer.Remark;
import dev.almanac.command.ledger.GrantLedger;
import dev.almanac.command.ledger.Lane;
import dev.almanac.command.ledger.SlotLedger;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rejection.Rejection.CalendarIsUnknownOrInactive;
import dev.almanac.command.rejection.Rejection.FileIsNoCalendar;
import dev.almanac.command.schedule.imported.ImportEvent;
import dev.almanac.command.store.Appending;
import dev.almanac.command.store.Receipt;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;
import org.springframework.stereotype.Component;

/** Imports a file event by event: each is kept or named, none stands in the way of another. */
@Component
class IcsImport {
    /** More than this is not one calendar, but an archive: send it in parts. */
    private static final int EVENTS_MAX = 20_000;

    private final Commands commands;
    private final SlotLedger ledger;
    private final GrantLedger grants;

    IcsImport(Commands commands, SlotLedger ledger, GrantLedger grants) {
        this.grants = grants;
        this.commands = commands;
        this.ledger = ledger;
    }

    /** What came of it, and the position of the last change that it made, 0 for none. */
    record Imported(IcsAnswer answer, long position) {}

    Imported into(String calendarId, String text, Request request) {
        Appending.unless(grants.refusal(request.caller(), Action.SCHEDULE, List.of(calendarId)));
        Lane lane = ledger.lane(calendarId).filter(Lane::active).orElse(null);
        if (lane == null) {
            throw Appending.refused(new CalendarIsUnknownOrInactive());
        }
        IcsFile file = IcsFile.read(text);
        if (!file.isCalendar() || file.events().size() > EVENTS_MAX) {
            throw Appending.refused(new FileIsNoCalendar(EVENTS_MAX));
        }
        ZoneId zone = ZoneId.of(lane.timeZone());
        IcsEvents events = new IcsEvents(new IcsEventReader(calendarId, zone, IcsZones.of(file, zone)));
        return send(events, events.of(file.events()), request);
    }

    private Imported send(IcsEvents events, List<IcsEvents.Found> all, Request request) {
        int imported = 0;
        long position = 0;
        for (IcsEvents.Found found : all) {
            try {
                Receipt receipt = commands.sendAndWait(command(found.event(), request));
                imported += found.parts().size();
                position = receipt.entries().stream()
                        .mapToLong(Receipt.Entry::position)
                        .max()
                        .orElse(position);
            } catch (CommandExecutionException e) {
                String reason = reason(e);
                found.parts().forEach(part -> events.reject(part, reason));
            }
        }
        return new Imported(new IcsAnswer(imported, byLine(events.rejected()), byLine(events.adjusted())), position);
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
