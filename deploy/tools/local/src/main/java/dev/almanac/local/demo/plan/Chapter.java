package dev.almanac.local.demo.plan;

import java.util.List;

/** Requests that are told of together. */
public record Chapter(String title, List<Call> calls) {
    public Chapter {
        calls = List.copyOf(calls);
    }
}
