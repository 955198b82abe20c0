package dev.almanac.query.access;

/** A rule, as far as it matters to who may read and change it. */
public interface OnQueue {

    String queue();

    String createdBy();
}
