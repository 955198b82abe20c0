package dev.almanac.command.webhook;

import dev.almanac.command.rejection.Rejection;

record UserHasTooManyWebhooks(int max) implements Rejection.Conflicting {
    @Override
    public String detail() {
        return "A user may have " + max + " webhooks at most: delete those that are not used";
    }
}
