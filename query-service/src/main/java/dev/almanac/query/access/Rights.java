package dev.almanac.query.access;

import java.util.Set;

/**
 * What somebody may do with rules, which are on the calendar that is their queue. A queue that is only a name is nobody's:
 * names are not unique, and whoever made a calendar of the same name would see what is not theirs.
 *
 * @param all whether they may do everything
 * @param read the ids of the calendars that they may see
 * @param edited those on which they may book
 */
public record Rights(String subject, boolean all, Set<String> read, Set<String> edited) {
    public Rights {
        read = Set.copyOf(read);
        edited = Set.copyOf(edited);
    }

    /** Of who sees everything, or nothing that is on a calendar. */
    public static Rights withoutCalendars(Viewer viewer) {
        return new Rights(viewer.subject(), viewer.seesEverything(), Set.of(), Set.of());
    }

    public boolean mayRead(OnQueue rule) {
        return mayRead(rule.queue(), rule.createdBy());
    }

    public boolean mayRead(String queue, String createdBy) {
        return may(queue, createdBy, read);
    }

    /** And may see payloads and links. */
    public boolean mayEdit(OnQueue rule) {
        return mayEdit(rule.queue(), rule.createdBy());
    }

    public boolean mayEdit(String queue, String createdBy) {
        return may(queue, createdBy, edited);
    }

    private boolean may(String queue, String createdBy, Set<String> calendars) {
        return all || createdBy.equals(subject) || calendars.contains(queue);
    }
}
