package dev.almanac.command.resource.register;

import static dev.almanac.command.Decision.by;
import static dev.almanac.command.resource.Beamers.BEAMER;
import static dev.almanac.command.resource.Beamers.beamer;
import static dev.almanac.command.resource.Beamers.nothing;

import dev.almanac.command.access.Role;
import dev.almanac.events.resource.ResourceChange.ResourceRegistered;
import org.junit.jupiter.api.Test;

class RegisterResourceTest {
    private static final RegisterResource REGISTER = new RegisterResource("r", BEAMER, by("mona", Role.MANAGER));

    @Test
    void a_resource_is_registered_once() {
        nothing().when(none -> RegisterResource.decide(REGISTER, none)).then(new ResourceRegistered("r", BEAMER));
        beamer().when(there -> RegisterResource.decide(REGISTER, there)).thenNothing();
    }
}
