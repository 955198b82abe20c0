package dev.almanac.query.store;

/** This instance has not read yet which views readers see. It does so as it starts, and is not ready before. */
public final class ViewsUnknown extends IllegalStateException {
    ViewsUnknown() {
        super("it is not known yet which views are read");
    }
}
