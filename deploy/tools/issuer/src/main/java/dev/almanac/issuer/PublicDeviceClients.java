package dev.almanac.issuer;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** Programs that are registered here. */
record PublicDeviceClients(RegisteredClientRepository registered) implements AuthenticationProvider {

    @Override
    public Authentication authenticate(Authentication asking) {
        return ((PublicDeviceClient) asking).knownIn(registered);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return PublicDeviceClient.class.isAssignableFrom(authentication);
    }
}
