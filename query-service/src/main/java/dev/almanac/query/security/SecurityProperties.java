package dev.almanac.query.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Whose tokens count: keys, issuer and audience. */
@ConfigurationProperties("almanac.security")
record SecurityProperties(
        @DefaultValue("http://localhost:8080/.well-known/jwks.json")
        String jwksUri,

        @DefaultValue("http://localhost:8080") String issuer,
        @DefaultValue("almanac") String audience) {}
