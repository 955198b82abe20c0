package dev.almanac.command.store;

import dev.almanac.command.rejection.Rejection;

/** Its record would be larger than what the brokers and every follower are sure to take. */
record ChangeIsTooLarge(String changeType, int bytes, int bytesMax) implements Rejection.TooLarge {
    @Override
    public String detail() {
        return changeType + " would take " + bytes + " bytes, and a change takes " + bytesMax
                + " at most: shorten its texts and lists";
    }
}
