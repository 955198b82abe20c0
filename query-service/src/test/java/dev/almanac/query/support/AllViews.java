package dev.almanac.query.support;

import dev.almanac.query.views.ReadModel;
import java.util.List;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.stereotype.Component;

/** Every view that the service keeps, found as the service finds them. */
public final class AllViews {
    private AllViews() {}

    public static List<ReadModel<?>> models() {
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
            TypeFilter beans = new AnnotationTypeFilter(Component.class);
            TypeFilter models = new AssignableTypeFilter(ReadModel.class);
            scanner.addIncludeFilter((type, types) -> beans.match(type, types) && models.match(type, types));
            scanner.scan("dev.almanac.query");
            context.refresh();
            return context.getBeanProvider(ReadModel.class).stream()
                    .<ReadModel<?>>map(model -> model)
                    .toList();
        }
    }
}
