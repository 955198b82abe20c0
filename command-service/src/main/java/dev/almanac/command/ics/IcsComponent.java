package dev.almanac.command.ics;

import dev.almanac.command.ics.IcsAnswer.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A VEVENT as it stands in the file, with the lines that could not be read. */
final class IcsComponent {
    private final int line;
    private final List<IcsProperty> properties = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    IcsComponent(int line) {
        this.line = line;
    }

    void add(IcsProperty property) {
        properties.add(property);
    }

    void addFault(String fault) {
        faults.add(fault);
    }

    int line() {
        return line;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    Optional<IcsProperty> first(String name) {
        return all(name).stream().findFirst();
    }

    List<IcsProperty> all(String name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .toList();
    }

    String uid() {
        return first("UID")
                .map(IcsProperty::text)
                .filter(uid -> !uid.isEmpty())
                .orElseThrow(() -> new Unimportable("UID is missing (RFC 5545 3.6.1)"));
    }

    Remark remark(String reason) {
        return new Remark(uidOrEmpty(), line, reason);
    }

    String uidOrEmpty() {
        return first("UID").map(IcsProperty::text).orElse("");
    }
}
