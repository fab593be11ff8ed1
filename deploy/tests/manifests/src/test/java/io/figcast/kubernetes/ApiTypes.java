package io.figcast.kubernetes;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

import io.kubernetes.client.openapi.JSON;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;

/** The API's own types, strict: what they do not know, or miss, is refused by an exception. */
final class ApiTypes {

    /** Strimzi's types would keep unknown fields for later; without their any-setter these are errors. */
    private static final JsonMapper STRICT = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated member) {
                    return Boolean.FALSE;
                }
            }).build();

    private ApiTypes() {
    }

    /** Checks an object of Kubernetes itself or of Strimzi; others pass, see {@link OperatorSchemas}. */
    static void validate(Manifest manifest) {
        switch (group(manifest)) {
            case "kafka.strimzi.io" -> validateStrimzi(manifest);
            case "keda.sh", "monitoring.coreos.com" -> {
            }
            default -> validateKubernetes(manifest);
        }
    }

    private static void validateKubernetes(Manifest manifest) {
        try {
            Class<?> type = Class.forName("io.kubernetes.client.openapi.models." + typeName(manifest));
            JsonElement json = JsonParser.parseString(manifest.content().toString());
            type.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
            // The generated check looks at names only; reading the object finds values of a wrong type.
            requireNonNull(JSON.getGson().fromJson(json, type));
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(manifest + ": " + refused.getCause().getMessage(), refused.getCause());
        } catch (ReflectiveOperationException unknown) {
            throw new IllegalArgumentException("The API knows no " + manifest.apiVersion() + " " + manifest.kind(), unknown);
        }
    }

    private static void validateStrimzi(Manifest manifest) {
        Class<?> type = switch (manifest.kind()) {
            case "KafkaTopic" -> KafkaTopic.class;
            case "KafkaUser" -> KafkaUser.class;
            default -> throw new IllegalArgumentException("No type for " + manifest);
        };
        try {
            STRICT.readValue(manifest.content().toString(), type);
        } catch (IOException refused) {
            throw new IllegalArgumentException(manifest + ": " + refused.getMessage(), refused);
        }
    }

    /** {@code V1Deployment} of {@code apps/v1} and {@code Deployment}. */
    private static String typeName(Manifest manifest) {
        String version = manifest.apiVersion().substring(manifest.apiVersion().lastIndexOf('/') + 1);
        return version.substring(0, 1).toUpperCase(Locale.ROOT) + version.substring(1) + manifest.kind();
    }

    static String group(Manifest manifest) {
        int slash = manifest.apiVersion().indexOf('/');
        return slash < 0 ? "" : manifest.apiVersion().substring(0, slash);
    }
}
