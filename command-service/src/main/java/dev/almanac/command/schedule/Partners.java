package dev.almanac.command.schedule;

import dev.almanac.command.schedule.model.PartnerTitle;
import dev.almanac.command.store.Receipt;
import dev.almanac.events.schedule.Companion;
import dev.almanac.events.schedule.EventDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds companions that were named by title. */
@Component
class Partners {
    /** More events than this are no partners of one title, but a naming scheme. */
    private static final int FOUND_MAX = 20;

    private final EventIndex index;

    Partners(EventIndex index) {
        this.index = index;
    }

    /** A title that nobody bears is warned of, and left out. */
    EventDetails complete(String scheduleId, EventDetails details, List<PartnerTitle> partners) {
        Map<String, Companion> companions = new LinkedHashMap<>();
        details.companions().forEach(companion -> companions.put(companion.scheduleId(), companion));
        for (PartnerTitle partner : partners) {
            List<String> found = index.titled(partner.title(), scheduleId, FOUND_MAX);
            if (found.isEmpty()) {
                Receipt.current().warn("No event pairs with the title " + partner.title());
            }
            found.forEach(id -> companions.putIfAbsent(id, new Companion(id, partner.offset())));
        }
        return details.with(List.copyOf(companions.values()));
    }
}
