package dev.almanac.query;

import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.OpenApiDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The document that is served is the one that is committed; {@code -Dopenapi.write=true} commits another. */
@OnRealParts
class OpenApiIT {
    @Autowired
    private Api api;

    @Test
    void serves_the_document_that_is_committed() {
        new OpenApiDocument("query-service").compare(OpenApiDocument.served(api));
    }
}
