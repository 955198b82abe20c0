package dev.almanac.page;

/** What whoever writes the page, or the documents that it goes by, has to put right. */
final class BuildFailure extends RuntimeException {
    BuildFailure(String message) {
        super(message);
    }
}
