package dev.almanac.terminal.api;

import tools.jackson.databind.JsonNode;

/** What was made of an answer, with the answer itself: scripts get all of it, a later release's fields too. */
public interface Answered {
    JsonNode json();
}
