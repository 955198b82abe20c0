package dev.almanac.issuer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * A program on somebody's machine: it keeps no secret, and has no page to come back to that a proof could be bound to. It names
 * itself; what lets it in is the user code that a person confirms.
 */
final class PublicDeviceClient extends OAuth2ClientAuthenticationToken {
    private static final long serialVersionUID = 1L;
    private static final Set<String> GRANTS =
            Set.of(AuthorizationGrantType.DEVICE_CODE.getValue(), AuthorizationGrantType.REFRESH_TOKEN.getValue());

    private PublicDeviceClient(String clientId) {
        super(clientId, ClientAuthenticationMethod.NONE, null, null);
    }

    /** Who asks for a device code, or for tokens by one; null if it is another kind of client. */
    static @Nullable Authentication asking(HttpServletRequest request) {
        String clientId = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
        boolean isPublic = clientId != null
                && request.getHeader("Authorization") == null
                && request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) == null;
        String grant = request.getParameter(OAuth2ParameterNames.GRANT_TYPE);
        boolean asks =
                request.getServletPath().endsWith("/device_authorization") || (grant != null && GRANTS.contains(grant));
        return isPublic && asks ? new PublicDeviceClient(clientId) : null;
    }

    Authentication knownIn(RegisteredClientRepository clients) {
        RegisteredClient client = clients.findByClientId(getName());
        if (client == null
                || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)
                || !client.getAuthorizationGrantTypes().contains(AuthorizationGrantType.DEVICE_CODE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }
}
