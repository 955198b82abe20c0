package dev.almanac.command.ics;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import dev.almanac.command.ics.IcsAnswer.Remark;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An iCalendar file taken apart in one pass: its events with line numbers, and what it says of zones. */
final class IcsFile {
    /** How many components that are no events are named. */
    private static final int OTHERS_MAX = 1_000;

    /** A calendar, an event, an alarm: what lies deeper is nobody's calendar. */
    private static final int DEPTH_MAX = 20;

    private static final int DEPTH_OF_EVENTS = 2;

    /** The parser keeps each of them open to the end of the file. */
    private static final int UNCLOSED_MAX = 1_000;

    /** More descriptions of zones than there are zones are not looked at. */
    private static final int CLOCKS_MAX = 1_000;

    private final List<IcsComponent> events = new ArrayList<>();
    private final List<Remark> unclosed = new ArrayList<>();
    private final List<Remark> others = new ArrayList<>();
    private final Map<String, IcsClocks> clocks = new HashMap<>();
    private final Map<String, String> calendarProperties = new HashMap<>();
    private boolean calendarSeen;
    private boolean tooDeep;

    private IcsFile() {}

    static IcsFile read(String text) {
        IcsFile file = new IcsFile();
        Listener listener = file.new Listener();
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (VObjectReader reader = new VObjectReader(new StringReader(plain), SyntaxRules.iCalendar())) {
            reader.parse(listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener.nameUnclosed();
        return file;
    }

    boolean isCalendar() {
        return calendarSeen && !tooDeep;
    }

    List<IcsComponent> events() {
        return List.copyOf(events);
    }

    /** Events that have no end: where they stop is not known. */
    List<Remark> unclosed() {
        return List.copyOf(unclosed);
    }

    /** What is no event, such as a VTODO: none of it is taken over. */
    List<Remark> others() {
        return List.copyOf(others);
    }

    /** The VTIMEZONEs, by their TZID. */
    Map<String, IcsClocks> clocks() {
        return Map.copyOf(clocks);
    }

    @Nullable
    String calendarProperty(String name) {
        return calendarProperties.get(name);
    }

    /** Collects what stands directly in a VEVENT or a VTIMEZONE, and the lines of what lies inside an event. */
    private final class Listener implements VObjectDataListener {
        private @Nullable IcsComponent event;
        private @Nullable IcsClocks zone;
        private int depth;
        private int openZones;
        /** Where the component inside the event began; 0 for outside of any. */
        private int insideFrom;

        private final List<String> inside = new ArrayList<>();

        @Override
        public void onComponentBegin(String name, Context context) {
            depth++;
            if (depth > DEPTH_MAX) {
                tooDeep = true;
                context.stop();
                return;
            }
            String kind = name.toUpperCase(Locale.ROOT);
            switch (kind) {
                case "VCALENDAR" -> calendarSeen = true;
                case "VEVENT" -> {
                    enter(context);
                    event = new IcsComponent(context.getLineNumber());
                }
                case "VTIMEZONE" -> {
                    enter(context);
                    zone = new IcsClocks();
                }
                default -> other(kind, context);
            }
        }

        /** Whatever was open is over: what follows lies directly in the calendar, whatever the parser takes it for. */
        private void enter(Context context) {
            nameUnclosed();
            openZones += zone == null ? 0 : 1;
            zone = null;
            depth = DEPTH_OF_EVENTS;
            if (unclosed.size() + openZones > UNCLOSED_MAX) {
                tooDeep = true;
                context.stop();
            }
        }

        private void other(String kind, Context context) {
            if (event != null) {
                insideFrom = insideFrom == 0 ? depth : insideFrom;
                inside.add("BEGIN:" + kind);
            } else if (zone != null) {
                zone.begin(kind);
            } else if (isDirectlyInCalendar(context) && others.size() < OTHERS_MAX) {
                others.add(new Remark("", context.getLineNumber(), kind + " is no event: not taken over"));
            }
        }

        private static boolean isDirectlyInCalendar(Context context) {
            return context.getParentComponents().stream().allMatch("VCALENDAR"::equalsIgnoreCase);
        }

        @Override
        public void onComponentEnd(String name, Context context) {
            String kind = name.toUpperCase(Locale.ROOT);
            if (kind.equals("VEVENT") && event != null && !saysSo(kind, context)) {
                nameUnclosed();
            } else if (kind.equals("VEVENT") && event != null) {
                if (insideFrom > 0) {
                    event.addFault("line " + context.getLineNumber() + ": a component inside the event is not closed");
                }
                events.add(event);
                leaveEvent();
            } else if (event != null && insideFrom > 0) {
                inside.add("END:" + kind);
                if (depth == insideFrom) {
                    event.addInside(kind, List.copyOf(inside));
                    leaveInside();
                }
            } else if (kind.equals("VTIMEZONE") && zone != null) {
                if (clocks.size() < CLOCKS_MAX) {
                    clocks.putIfAbsent(zone.name(), zone);
                }
                zone = null;
            }
            depth--;
        }

        /** The end of what lies around it ends a component as well. */
        private static boolean saysSo(String kind, Context context) {
            return context.getUnfoldedLine().strip().equalsIgnoreCase("END:" + kind);
        }

        private void leaveEvent() {
            event = null;
            leaveInside();
        }

        private void leaveInside() {
            inside.clear();
            insideFrom = 0;
        }

        void nameUnclosed() {
            if (event != null) {
                unclosed.add(event.remark("the event is not closed: END:VEVENT is missing"));
                leaveEvent();
            }
        }

        @Override
        public void onProperty(VObjectProperty property, Context context) {
            IcsProperty read = property(property, context);
            String parent = context.getParentComponents().isEmpty()
                    ? ""
                    : context.getParentComponents().getLast().toUpperCase(Locale.ROOT);
            if (event != null && insideFrom > 0) {
                inside.add(read.raw());
            } else if (event != null) {
                event.add(read);
            } else if (zone != null) {
                zone.add(parent, read);
            } else if (parent.equals("VCALENDAR")) {
                calendarProperties.putIfAbsent(read.name(), read.text());
            }
        }

        @Override
        public void onVersion(String value, Context context) {
            // Whatever the version: what can be read is read.
        }

        @Override
        public void onWarning(
                Warning warning, @Nullable VObjectProperty property, @Nullable Exception cause, Context context) {
            if (event != null && warning == Warning.MALFORMED_LINE) {
                event.addFault("line " + context.getLineNumber() + " is no content line: "
                        + IcsProperty.shortened(context.getUnfoldedLine()));
            }
        }
    }

    private static IcsProperty property(VObjectProperty property, Context context) {
        Map<String, String> parameters = new HashMap<>();
        property.getParameters().forEach(entry -> {
            if (entry.getKey() != null && !entry.getValue().isEmpty()) {
                parameters.put(
                        entry.getKey().toUpperCase(Locale.ROOT),
                        String.valueOf(entry.getValue().getFirst()));
            }
        });
        String value = property.getValue() == null ? "" : property.getValue();
        return new IcsProperty(
                property.getName().toUpperCase(Locale.ROOT),
                parameters,
                value,
                context.getLineNumber(),
                context.getUnfoldedLine());
    }
}
