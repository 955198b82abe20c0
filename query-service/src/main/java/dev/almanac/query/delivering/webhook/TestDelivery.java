package dev.almanac.query.delivering.webhook;

/**
 * How a webhook took a message that was made up.
 *
 * @param status of HTTP; 0 where there was no answer
 * @param detail in words
 */
record TestDelivery(String id, boolean delivered, int status, String detail) {}
