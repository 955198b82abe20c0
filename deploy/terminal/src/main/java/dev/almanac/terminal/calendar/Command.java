package dev.almanac.terminal.calendar;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** A wish that may be refused. Texts that nobody wrote are empty; local times are of the zone beside them. */
public sealed interface Command {

    /** What is said once it is done. */
    String done();

    /**
     * A single event on one calendar.
     *
     * @param override a manager's reason to book beyond what the calendar admits
     */
    record BookEvent(
            String calendarId, String title, LocalDateTime start, Duration length, ZoneId zone, String override)
            implements Command {
        @Override
        public String done() {
            return "Booked " + title + ", " + Spoken.shortDay(start.toLocalDate()) + " " + start.toLocalTime();
        }

        public LocalDateTime end() {
            return start.plus(length);
        }
    }

    /** It stays as long as it is. */
    record RescheduleEvent(
            Item item, LocalDateTime start, ZoneId zone, Optional<Scope> scope, String reason, String override)
            implements Command {
        @Override
        public String done() {
            return "Moved " + item.title() + " to " + Spoken.shortDay(start.toLocalDate()) + " " + start.toLocalTime();
        }
    }

    record RemoveEvent(Item item, Optional<Scope> scope, String reason) implements Command {
        @Override
        public String done() {
            return "Removed " + item.title();
        }
    }

    record UndoChange(Undoable change) implements Command {
        @Override
        public String done() {
            return "Taken back: " + change.what();
        }
    }

    record PauseRule(Item run, String reason) implements Command {
        @Override
        public String done() {
            return "Paused the rule of " + run.title();
        }
    }

    record ResumeRule(Item run) implements Command {
        @Override
        public String done() {
            return "Resumed the rule of " + run.title();
        }
    }

    record RunRuleNow(Item run) implements Command {
        @Override
        public String done() {
            return "Asked for a run of " + run.title() + " now";
        }
    }

    record ApproveMissedRun(Item run) implements Command {
        @Override
        public String done() {
            return "Approved the missed run of " + run.title();
        }
    }

    record ApplySuggestion(Conflict conflict, Suggestion suggestion) implements Command {
        @Override
        public String done() {
            return "Ended the conflict: " + suggestion.sentence();
        }
    }
}
