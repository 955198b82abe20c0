package dev.almanac.command.rejection;

import java.util.List;

/** Of many subjects that were to change together, these cannot. */
public record ItemsAreRefused(int count, List<RefusedItem> items) implements Rejection.Unprocessable {
    public ItemsAreRefused {
        items = List.copyOf(items);
    }

    @Override
    public String detail() {
        return count + " of the items are refused, so that none was changed";
    }
}
