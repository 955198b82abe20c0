package dev.almanac.events.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people note about a rule. */
public record RuleMetadata(@Nullable String owner, @Nullable String description, List<String> tags) {

    public RuleMetadata {
        tags = List.copyOf(tags == null ? List.of() : tags);
    }
}
