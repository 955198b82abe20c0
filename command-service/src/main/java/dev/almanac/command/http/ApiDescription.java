package dev.almanac.command.http;

import dev.almanac.web.ApiHeaders;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says of every operation alike. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Almanac command service")
                        .version("v1")
                        .description(
                                "Every change of calendars, scheduled events, recurring rules and resources. Answers carry the"
                                        + " new version as ETag and the change's place in history as Change-Position: send"
                                        + " that as After-Position to a query to read your own write."))
                .addSecurityItem(new SecurityRequirement().addList("bearer"))
                .schemaRequirement(
                        "bearer",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
    }

    @Bean
    GlobalOperationCustomizer versionsAndProblems() {
        return (operation, _) -> {
            operation.addParametersItem(new HeaderParameter()
                    .name("If-Match")
                    .description("The version that the caller has seen, in quotes; 412 when it is stale")
                    .schema(new StringSchema()));
            operation.addParametersItem(new HeaderParameter()
                    .name(ApiHeaders.IDEMPOTENCY_KEY)
                    .description("Names the request for 24 hours: a repeat gets the first answer again, another request"
                            + " under the same name gets 422")
                    .schema(new StringSchema().minLength(1).maxLength(128)));
            operation.addParametersItem(new HeaderParameter()
                    .name(ApiHeaders.PREFER)
                    .description(
                            "return=representation (RFC 7240): the answer has the fields of the resource, too, and says"
                                    + " so in Preference-Applied")
                    .schema(new StringSchema()));
            return operation;
        };
    }
}
