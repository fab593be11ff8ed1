package io.figcast.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** What a release is made of is where its descriptor says, although most builds make none. */
class ReleaseTest {

    private static final Path ROOT = Path.of("../../..");
    private static final Path RELEASE = ROOT.resolve("deploy/release");
    private static final Pattern SOURCE = Pattern.compile("<(?:source|directory)>(.*)</");

    @Test
    void everythingThatIsTakenAlongIsThereOrBuilt() throws IOException {
        List<String> sources = SOURCE.matcher(Files.readString(RELEASE.resolve("zip.xml"))).results()
                .map(source -> source.group(1)).toList();

        assertThat(sources).hasSize(10).allSatisfy(source -> assertThat(inTheCheckout(source)).exists());
    }

    /** What is built is there as the module that builds it. */
    private static Path inTheCheckout(String source) {
        String path = source.replace("${root}/", ROOT + "/").replace("${project.build.directory}", RELEASE + "/target");
        return source.equals(path) ? RELEASE.resolve(source) : Path.of(path.replaceAll("/target/.*", "/pom.xml"));
    }
}
