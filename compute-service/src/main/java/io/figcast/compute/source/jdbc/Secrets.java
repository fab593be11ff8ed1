package io.figcast.compute.source.jdbc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows the credentials of one database, in order to keep them out of messages and fingerprints. */
final class Secrets {

    private static final Pattern USER_INFO = Pattern.compile("(?<=//)[^/?#]*@");
    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)([?&;])([a-z_.-]*(?:user|uid|login|pass|pwd|secret|token|key|credential)[a-z_.-]*)=([^&;]*)");
    private static final Pattern URL = Pattern.compile("jdbc:\\S+");

    private final List<String> known = new ArrayList<>();

    Secrets(String url, List<String> others) {
        known.addAll(others);
        Matcher userInfo = USER_INFO.matcher(url);
        if (userInfo.find()) {
            known.addAll(List.of(userInfo.group().split("[:@]", -1)));
        }
        PARAMETER.matcher(url).results().forEach(parameter -> known.add(parameter.group(3)));
        known.removeIf(String::isEmpty);
        known.sort(Comparator.comparingInt(String::length).reversed()); // one may be the beginning of another
    }

    /** The part of the URL that decides about the data. */
    static String withoutCredentials(String url) {
        return PARAMETER.matcher(USER_INFO.matcher(url).replaceFirst("")).replaceAll("$1");
    }

    /** The message with every credential and URL masked. */
    String masked(String message) {
        String masked = URL.matcher(message).replaceAll("the database");
        for (String secret : known) {
            masked = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(secret) + "(?![\\p{L}\\p{N}])")
                    .matcher(masked).replaceAll("***");
        }
        return masked;
    }
}
