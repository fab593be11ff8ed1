package io.figcast.testing.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;

/** The settings that a service's code reads, with the defaults it states; a key of a map is written {@code <name>}. */
public final class CodeSettings {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final String OWN = "figcast.";
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(figcast\\.[a-z.-]+)(?::([^}]*))?}");

    private final Map<String, Optional<String>> defaults = new TreeMap<>();

    private CodeSettings() {
    }

    public static Map<String, Optional<String>> read() {
        CodeSettings settings = new CodeSettings();
        settings.properties();
        List<Class<?>> classes = classes();
        classes.forEach(settings::injected);
        classes.stream().filter(type -> type.isAnnotationPresent(ConfigMapping.class))
                .forEach(type -> settings.mapping(type.getAnnotation(ConfigMapping.class).prefix(), type));
        return settings.defaults;
    }

    private static List<Class<?>> classes() {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString().replace('/', '.'))
                    .filter(file -> file.startsWith("io.figcast.") && file.endsWith(".class") && !file.endsWith("-info.class"))
                    .<Class<?>> map(file -> load(file.substring(0, file.length() - ".class".length()))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, CodeSettings.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** What is read only by other settings, such as {@code ${figcast.group:figcast-compute}}, and what is set here. */
    private void properties() {
        Properties lines = new Properties();
        try (InputStream file = Files.newInputStream(CLASSES.resolve("application.properties"))) {
            lines.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String key : lines.stringPropertyNames()) {
            Matcher expression = EXPRESSION.matcher(lines.getProperty(key));
            while (expression.find()) {
                add(expression.group(1), Optional.ofNullable(expression.group(2)));
            }
            if (!key.startsWith("figcast.datasets.")) {
                add(key, Optional.of(lines.getProperty(key)));
            }
        }
    }

    private void injected(Class<?> type) {
        Stream.concat(Arrays.stream(type.getDeclaredConstructors()).flatMap(one -> Arrays.stream(one.getParameters())),
                Arrays.stream(type.getDeclaredFields()))
                .map(place -> place.getAnnotation(ConfigProperty.class)).filter(Objects::nonNull)
                .forEach(property -> add(property.name(), Optional.of(property.defaultValue())
                        .filter(value -> !value.equals(ConfigProperty.UNCONFIGURED_VALUE))));
    }

    private void mapping(String prefix, Class<?> type) {
        for (Method method : type.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers())) {
                WithDefault value = method.getAnnotation(WithDefault.class);
                property(method.isAnnotationPresent(WithParentName.class) ? prefix : prefix + "." + name(method),
                        method.getGenericReturnType(), Optional.ofNullable(value).map(WithDefault::value));
            }
        }
    }

    private void property(String name, Type type, Optional<String> value) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            property(name + ".<name>", generic.getActualTypeArguments()[1], value);
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            property(name, generic.getActualTypeArguments()[0], value);
        } else if (type instanceof Class<?> group && group.isInterface() && group.getName().startsWith("io.figcast.")) {
            mapping(name, group);
        } else {
            add(name, value);
        }
    }

    /** The first default that is known stays: a line of application.properties goes before what the code falls back to. */
    private void add(String name, Optional<String> value) {
        if (name.startsWith(OWN)) {
            defaults.merge(name, value, (known, other) -> known.isPresent() ? known : other);
        }
    }

    private static String name(Method method) {
        WithName given = method.getAnnotation(WithName.class);
        return given != null ? given.value()
                : method.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
