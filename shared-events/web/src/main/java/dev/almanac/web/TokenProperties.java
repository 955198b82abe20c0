package dev.almanac.web;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where tokens come from: the issuer's key set, its name, and the audience that a token must be meant for. */
@ConfigurationProperties("almanac.security")
record TokenProperties(String jwksUri, String issuer, String audience, String sslBundle) {}
