package dev.almanac.query.access;

import org.jspecify.annotations.Nullable;

/**
 * For whom something was read: the same question has the same answer for all who are equal.
 *
 * @param subject null for those who see everything
 */
public record Reader(@Nullable String subject) {

    /** Whether what they see depends on what is theirs or shared with them. */
    public boolean isRestricted() {
        return subject != null;
    }
}
