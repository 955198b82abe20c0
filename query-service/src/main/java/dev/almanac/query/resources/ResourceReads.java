package dev.almanac.query.resources;

import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;

/** What is asked of the view. */
public final class ResourceReads extends Reads<ResourceView> {

    private ResourceReads(Generation views) {
        super(views, ResourceView.class);
    }

    public static ResourceReads in(Generation views) {
        return new ResourceReads(views);
    }
}
