package dev.almanac.command.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/**
 * What a write of many subjects comes to.
 *
 * @param position the last place in history of what it changed, also {@code Change-Position}
 */
public record BulkAnswer(long position, List<Item> items) {

    public BulkAnswer {
        items = List.copyOf(items);
    }

    /** Either an answer or a problem. */
    public record Item(
            String id,
            @Nullable WriteAnswer answer,
            @Nullable ProblemDetail problem) {

        long position() {
            return answer == null ? 0 : answer.position();
        }
    }

    static BulkAnswer of(List<Item> items) {
        return new BulkAnswer(items.stream().mapToLong(Item::position).max().orElse(0), items);
    }
}
