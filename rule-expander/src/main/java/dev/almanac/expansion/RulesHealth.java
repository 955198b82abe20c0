package dev.almanac.expansion;

import dev.almanac.expansion.rule.RuleTopology;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down when a rule cannot be decided, for people to look at; the others go on, so that it makes nobody unready. */
@Component("rules")
class RulesHealth implements HealthIndicator {

    @Override
    public Health health() {
        long undecidable = RuleTopology.undecidable();
        return (undecidable == 0 ? Health.up() : Health.down())
                .withDetail("undecidable", undecidable)
                .build();
    }
}
