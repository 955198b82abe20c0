package dev.almanac.command.store;

import dev.almanac.events.Change;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.ChangeTypes;
import dev.almanac.events.wire.Schema;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Stores changes under their published names, such as {@code EventRescheduled.v1}, and never under a class name. */
final class ChangeSerializer extends Jackson3Serializer {

    ChangeSerializer(ClassLoader classLoader) {
        super(builder()
                .converter(new ChainingConverter(classLoader))
                .classLoader(classLoader)
                .jsonMapperBuilderCustomizer(ChangeSerializer::configure));
    }

    /** Axon's tracking tokens hold Object-typed fields, which Jackson 3 reads only of types it is told to trust. */
    private static void configure(JsonMapper.Builder json) {
        ChangeJson.configure(json)
                .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                        .allowIfBaseType("org.axonframework.")
                        .allowIfSubType("org.axonframework.")
                        .allowIfSubType("java.util.")
                        .allowIfSubType("java.time.")
                        .build());
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public SerializedType typeForClass(Class type) {
        if (type == null || !Change.class.isAssignableFrom(type)) {
            return super.typeForClass(type);
        }
        Schema schema = Schema.of(type);
        return new SimpleSerializedType(schema.type(), schema.keptRevision());
    }

    @Override
    protected String resolveClassName(SerializedType type) {
        return ChangeTypes.named(type.getName()).<String>map(Class::getName).orElseGet(type::getName);
    }
}
