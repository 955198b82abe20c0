package dev.almanac.command.resource.update;

import static dev.almanac.command.Decision.by;
import static dev.almanac.command.resource.Beamers.BEAMER;
import static dev.almanac.command.resource.Beamers.beamer;
import static dev.almanac.command.resource.Beamers.named;
import static dev.almanac.command.resource.Beamers.nothing;

import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.events.resource.ResourceChange.ResourceUpdated;
import dev.almanac.events.resource.ResourceProfile;
import org.junit.jupiter.api.Test;

class UpdateResourceTest {
    @Test
    void a_resource_says_something_else_from_now_on() {
        beamer().when(there -> UpdateResource.decide(to(named("Projector")), there))
                .then(new ResourceUpdated("r", named("Projector")));
        beamer().when(there -> UpdateResource.decide(to(BEAMER), there)).thenNothing();
    }

    @Test
    void what_is_not_there_is_not_changed() {
        nothing()
                .when(none -> UpdateResource.decide(to(BEAMER), none))
                .thenRefused(new SubjectDoesNotExist("Resource", "r"));
    }

    private static UpdateResource to(ResourceProfile profile) {
        return new UpdateResource("r", profile, by("mona", Role.MANAGER));
    }
}
