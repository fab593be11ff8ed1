package io.figcast.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import io.figcast.testing.reference.CodeSettings;
import io.figcast.testing.reference.ConfigurationReference;

/** The tables of settings in README.md and the settings that this service reads are the same. */
class ConfigurationReferenceTest {

    private final Map<String, Optional<String>> read = CodeSettings.read();
    private final ConfigurationReference reference = new ConfigurationReference();

    @Test
    void everySettingStandsInATable() {
        assertThat(documented().keySet()).containsAll(read.keySet());
    }

    @Test
    void everyNameInATableIsASetting() {
        assertThat(read.keySet()).containsAll(documented().keySet());
    }

    @Test
    void defaultsAreTheOnesOfTheCode() {
        Map<String, String> documented = documented();
        Set<String> compared = new TreeSet<>(read.keySet());
        compared.removeIf(name -> read.get(name).isEmpty() || documented.getOrDefault(name, "").isEmpty());

        assertThat(compared).contains("figcast.workers", "figcast.memo.lease", "figcast.group");
        assertThat(compared).allSatisfy(name -> assertThat(documented.get(name)).as(name).isEqualTo(read.get(name).get()));
    }

    private Map<String, String> documented() {
        Map<String, String> all = new TreeMap<>(reference.table("both services"));
        all.putAll(reference.table("compute-service"));
        all.putAll(reference.table("a dataset"));
        return all;
    }
}
