package dev.almanac.command.resource;

import dev.almanac.command.Decision;
import dev.almanac.command.resource.model.ResourceState;
import dev.almanac.events.resource.ResourceChange;
import dev.almanac.events.resource.ResourceChange.ResourceRegistered;
import dev.almanac.events.resource.ResourceProfile;
import dev.almanac.events.resource.ResourceType;

/** A beamer. */
public final class Beamers {
    public static final ResourceProfile BEAMER = named("Beamer");

    private Beamers() {}

    public static ResourceProfile named(String name) {
        return new ResourceProfile(name, ResourceType.EQUIPMENT, null, null, null);
    }

    public static Decision.Given<ResourceState> beamer() {
        return Decision.<ResourceState, ResourceChange>given(
                new ResourceState.Absent(), ResourceState::evolve, new ResourceRegistered("r", BEAMER));
    }

    public static Decision.Given<ResourceState> nothing() {
        return Decision.given(new ResourceState.Absent());
    }
}
