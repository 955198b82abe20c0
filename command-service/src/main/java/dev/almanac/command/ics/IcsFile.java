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

/** An iCalendar file taken apart: its events with line numbers, and what it says of zones. */
final class IcsFile {
    /** Of components that are no events so many are named. */
    private static final int OTHERS_MAX = 1_000;

    private final List<IcsComponent> events = new ArrayList<>();
    private final List<Remark> others = new ArrayList<>();
    private final Map<String, String> calendarProperties = new HashMap<>();
    private final String text;
    private boolean calendarSeen;

    private IcsFile(String text) {
        this.text = text;
    }

    static IcsFile read(String text) {
        IcsFile file = new IcsFile(text.startsWith("\uFEFF") ? text.substring(1) : text);
        try (VObjectReader reader = new VObjectReader(new StringReader(file.text), SyntaxRules.iCalendar())) {
            reader.parse(file.new Listener());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    boolean isCalendar() {
        return calendarSeen;
    }

    List<IcsComponent> events() {
        return List.copyOf(events);
    }

    /** What is no event, such as a VTODO: none of it is taken over. */
    List<Remark> others() {
        return List.copyOf(others);
    }

    /** The file as text, for those who read its VTIMEZONEs. */
    String text() {
        return text;
    }

    @Nullable
    String calendarProperty(String name) {
        return calendarProperties.get(name);
    }

    /** Collects what stands directly in a VEVENT; what alarms say inside it is none of ours. */
    private final class Listener implements VObjectDataListener {
        private @Nullable IcsComponent event;

        @Override
        public void onComponentBegin(String name, Context context) {
            if (name.equalsIgnoreCase("VCALENDAR")) {
                calendarSeen = true;
            }
            if (name.equalsIgnoreCase("VEVENT")) {
                event = new IcsComponent(context.getLineNumber());
            } else if (event != null) {
                event.addInside(name.toUpperCase(Locale.ROOT));
            } else if (isOther(name, context) && others.size() < OTHERS_MAX) {
                others.add(new Remark(
                        "", context.getLineNumber(), name.toUpperCase(Locale.ROOT) + " is no event: not taken over"));
            }
        }

        private static boolean isOther(String name, Context context) {
            return !name.equalsIgnoreCase("VCALENDAR")
                    && !name.equalsIgnoreCase("VTIMEZONE")
                    && context.getParentComponents().stream().allMatch("VCALENDAR"::equalsIgnoreCase);
        }

        @Override
        public void onComponentEnd(String name, Context context) {
            if (name.equalsIgnoreCase("VEVENT") && event != null) {
                events.add(event);
                event = null;
            }
        }

        @Override
        public void onProperty(VObjectProperty property, Context context) {
            IcsProperty read = property(property, context.getLineNumber());
            String parent = context.getParentComponents().isEmpty()
                    ? ""
                    : context.getParentComponents().getLast().toUpperCase(Locale.ROOT);
            switch (parent) {
                case "VEVENT" -> {
                    if (event != null) {
                        event.add(read);
                    }
                }
                case "VCALENDAR" -> calendarProperties.putIfAbsent(read.name(), read.text());
                default -> {}
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
                        + shortened(context.getUnfoldedLine()));
            }
        }
    }

    private static String shortened(String line) {
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }

    private static IcsProperty property(VObjectProperty property, int line) {
        Map<String, String> parameters = new HashMap<>();
        property.getParameters().forEach(entry -> {
            if (entry.getKey() != null && !entry.getValue().isEmpty()) {
                parameters.put(
                        entry.getKey().toUpperCase(Locale.ROOT),
                        String.valueOf(entry.getValue().getFirst()));
            }
        });
        String value = property.getValue() == null ? "" : property.getValue();
        return new IcsProperty(property.getName().toUpperCase(Locale.ROOT), parameters, value, line);
    }
}
