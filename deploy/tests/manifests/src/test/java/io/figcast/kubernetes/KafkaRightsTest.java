package io.figcast.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class KafkaRightsTest {

    @Test
    void strimziGivesTheRightsOfTheListAndNoOthers() throws IOException {
        assertThat(ofStrimzi()).isEqualTo(ofList());
    }

    /** Lines such as {@code figcast-chart topic slice-signals Read}. */
    private static Set<String> ofList() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("../../kafka/acls.txt"))) {
            return lines.filter(line -> line.startsWith("--")).map(line -> List.of(line.split(" ", -1)))
                    .flatMap(words -> Stream.iterate(4, i -> i < words.size(), i -> i + 2)
                            .map(i -> String.join(" ", words.get(1).replace("User:", ""), words.get(2).replace("--", ""),
                                    words.get(3), words.get(i + 1))))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> ofStrimzi() {
        return Kustomize.overlay("production").of("KafkaUser")
                .flatMap(user -> Json.items(user.at("/spec/authorization/acls"))
                        .flatMap(acl -> Json.texts(acl.path("operations")).map(operation -> String.join(" ", Arrays.asList(
                                user.name(), acl.at("/resource/type").asText(), acl.at("/resource/name").asText(),
                                operation)))))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
