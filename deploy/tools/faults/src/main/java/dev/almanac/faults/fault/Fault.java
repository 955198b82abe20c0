package dev.almanac.faults.fault;

/** One thing that is done to a suite. */
public interface Fault {

    String name();

    /** Why it cannot be done on this machine; empty where it can. */
    default String whyNot() {
        return "";
    }

    /** Whether it fills the disk, which then had better not be everybody's. */
    default boolean needsDisk() {
        return false;
    }

    /** Whether it takes many minutes: it is left out unless somebody names it. */
    default boolean takesLong() {
        return false;
    }

    /** Whether others have to be there who go on meanwhile. */
    default boolean needsSeveral() {
        return false;
    }

    /** What has to be there before it begins, such as a copy; may take its time. */
    default void prepare(Field field) throws InterruptedException {}

    /** Returns when it is over: what was stopped is on its way again, and what was bent is straight. */
    void strike(Field field) throws InterruptedException;

    /** For what was started only for its sake. */
    default void cleanUp(Field field) throws InterruptedException {}
}
