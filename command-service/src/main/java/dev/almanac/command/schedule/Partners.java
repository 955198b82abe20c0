package dev.almanac.command.schedule;

import dev.almanac.command.schedule.imported.PairImported;
import dev.almanac.command.schedule.imported.PairImported.Pairs;
import dev.almanac.command.schedule.model.CompanionPairing;
import dev.almanac.command.schedule.model.CompanionTitle;
import dev.almanac.command.store.Receipt;
import dev.almanac.events.schedule.Companion;
import dev.almanac.events.schedule.EventDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds events that belong together by their titles. */
@Component
class Partners {
    /** More events than this are no partners of one title, but a naming scheme. */
    private static final int FOUND_MAX = 20;

    private final EventIndex index;
    private final CompanionPairing pairing;

    Partners(EventIndex index, CompanionPairing pairing) {
        this.index = index;
        this.pairing = pairing;
    }

    /** A title that nobody bears is warned of, and left out. */
    EventDetails complete(String scheduleId, EventDetails details, List<CompanionTitle> partners, Receipt receipt) {
        Map<String, Companion> companions = new LinkedHashMap<>();
        details.companions().forEach(companion -> companions.put(companion.scheduleId(), companion));
        for (CompanionTitle partner : partners) {
            List<String> found = index.titled(partner.title(), scheduleId, FOUND_MAX);
            if (found.isEmpty()) {
                warnOfMissing(partner.title(), receipt);
            }
            found.forEach(id -> companions.putIfAbsent(id, new Companion(id, partner.offset())));
        }
        return details.with(List.copyOf(companions.values()));
    }

    /** Who goes with whom, as their titles say. A companion without a primary is warned of. */
    Pairs of(PairImported imported, Receipt receipt) {
        Map<String, String> others = index.pairedWith(imported.title(), imported.scheduleId(), FOUND_MAX);
        boolean isCompanion = pairing.isCompanion(imported.title());
        Set<String> self = Set.of(imported.scheduleId());
        Set<String> partners = others.entrySet().stream()
                .filter(other -> pairing.isCompanion(other.getValue()) != isCompanion)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (isCompanion && partners.isEmpty()) {
            warnOfMissing(imported.title(), receipt);
        }
        return isCompanion ? new Pairs(partners, self) : new Pairs(self, partners);
    }

    private static void warnOfMissing(String title, Receipt receipt) {
        receipt.warn("No event pairs with the title " + title);
    }
}
