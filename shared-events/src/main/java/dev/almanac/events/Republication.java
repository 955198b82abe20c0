package dev.almanac.events;

/**
 * Marks a change that is republished, with all others of its subject, because some of them were missing on their topic.
 *
 * @param id of the whole; published again from its first change on if it was broken off, perhaps with more changes
 * @param number of this change in it, from 0; all of them follow each other
 * @param count how many changes it has
 */
public record Republication(String id, long number, long count) {

    public Republication {
        if (number < 0 || number >= count) {
            throw new IllegalArgumentException("change " + number + " of " + count);
        }
    }

    public boolean isFirst() {
        return number == 0;
    }

    /** With this one, the subject is whole again. */
    public boolean isLast() {
        return number == count - 1;
    }

    /** Whether this one comes right after the number of another one. */
    public boolean follows(String republication, long before) {
        return id.equals(republication) && number == before + 1;
    }
}
