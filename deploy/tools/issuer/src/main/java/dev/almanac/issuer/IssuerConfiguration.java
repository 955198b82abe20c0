package dev.almanac.issuer;

import static org.springframework.security.config.Customizer.withDefaults;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** What is public here, and what tokens say. */
@Configuration(proxyBeanMethods = false)
class IssuerConfiguration {
    private static final String ROLE = "ROLE_";

    @Bean
    Tokens tokens(
            IssuerProperties properties, @Value("${spring.security.oauth2.authorizationserver.issuer}") String issuer)
            throws IOException {
        return Tokens.in(properties.folder(), issuer, Clock.systemUTC());
    }

    @Bean
    JWKSource<SecurityContext> keys(Tokens tokens) {
        return new ImmutableJWKSet<>(new JWKSet(tokens.key()));
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http, RegisteredClientRepository clients) {
        http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(withDefaults());
                    programs(server, clients);
                })
                .cors(withDefaults())
                // Who asks silently is told to sign in, and not shown how.
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(request -> "none".equals(request.getParameter("prompt")))
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"), browsers()));
        return http.build();
    }

    /** They name the pages that they can show; a program takes anything, and has nobody to show a page to. */
    private static MediaTypeRequestMatcher browsers() {
        MediaTypeRequestMatcher pages = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        pages.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return pages;
    }

    /** Those sign in by device code (RFC 8628). */
    private static void programs(OAuth2AuthorizationServerConfigurer server, RegisteredClientRepository clients) {
        server.clientAuthentication(client -> client.authenticationConverter(PublicDeviceClient::asking)
                        .authenticationProvider(new PublicDeviceClients(clients)))
                .deviceAuthorizationEndpoint(device -> device.verificationUri(ActivatePage.PATH))
                .deviceVerificationEndpoint(person -> person.consentPage(ActivatePage.PATH)
                        .deviceVerificationResponseHandler(new SimpleUrlAuthenticationSuccessHandler(ActivatePage.DONE))
                        .errorResponseHandler(new SimpleUrlAuthenticationFailureHandler(ActivatePage.REFUSED)));
    }

    @Bean
    OAuth2AuthorizationConsentService consents() {
        return new AskedEachTime();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, IssuerProperties properties) {
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers("/token", "/login", "/login.css", "/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .authenticationProvider(new WithoutPassword(properties.users()))
                .formLogin(form -> form.loginPage("/login").usernameParameter("user"))
                .headers(headers -> headers.contentSecurityPolicy(policy ->
                        policy.policyDirectives("default-src 'none'; style-src 'self'; frame-ancestors 'none'")))
                .build();
    }

    /** Access tokens are for the services, and say what their bearer may do; so does the page's own. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return context -> {
            context.getClaims().claim("roles", roles(context));
            if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                context.getClaims().audience(List.of(Tokens.AUDIENCE));
            }
        };
    }

    private static List<String> roles(JwtEncodingContext context) {
        Authentication user = context.getPrincipal();
        return (user == null ? List.<GrantedAuthority>of() : user.getAuthorities())
                .stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(authority -> authority != null && authority.startsWith(ROLE))
                        .map(authority -> authority.substring(ROLE.length()))
                        .toList();
    }

    @Bean
    CorsConfigurationSource corsConfigurationSource(IssuerProperties properties) {
        CorsConfiguration pages = new CorsConfiguration();
        pages.setAllowedOrigins(properties.origins());
        pages.setAllowedMethods(List.of("GET", "POST"));
        pages.setAllowedHeaders(List.of("*"));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", pages);
        return source;
    }
}
