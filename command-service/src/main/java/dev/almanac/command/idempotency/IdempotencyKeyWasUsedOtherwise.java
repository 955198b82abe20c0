package dev.almanac.command.idempotency;

import dev.almanac.command.rejection.Rejection;

record IdempotencyKeyWasUsedOtherwise() implements Rejection.Unprocessable {
    @Override
    public String detail() {
        return "The key was used for another request within the last 24 hours";
    }

    @Override
    public String field() {
        return "Idempotency-Key";
    }
}
