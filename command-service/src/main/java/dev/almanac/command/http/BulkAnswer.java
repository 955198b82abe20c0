package dev.almanac.command.http;

import dev.almanac.web.InvalidRequest;
import io.swagger.v3.oas.annotations.media.Schema;
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

    /**
     * Either an answer or a problem, in the order in which the items were sent.
     *
     * @param id as it was sent, of an event, a series or an occurrence
     */
    @Schema(name = "BulkItemAnswer")
    public record Item(
            String id,
            @Nullable WriteAnswer answer,
            @Nullable ProblemDetail problem) {

        long position() {
            return answer == null ? 0 : answer.position();
        }
    }

    /** An item that is at fault by itself. */
    public static Item invalid(@Nullable String id, InvalidRequest fault) {
        return new Item(id == null ? "" : id, null, fault.problem());
    }

    static BulkAnswer of(List<Item> items) {
        return new BulkAnswer(items.stream().mapToLong(Item::position).max().orElse(0), items);
    }
}
