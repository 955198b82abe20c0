package dev.almanac.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an earlier build has kept, as a backup, and what it answered.
 *
 * @param commits of the builds that had a part in it, the oldest first
 * @param ids of what it was told, by the names of {@link EarlierStory}
 * @param answers by who asked for what
 */
record Earlier(List<String> commits, Instant takenAt, Map<String, String> ids, Map<String, JsonNode> answers) {
    private static final String ANSWERS = "answers.json";
    private static final String BACKUP = "backup.zip";
    private static final JsonMapper JSON = new JsonMapper();

    Earlier {
        commits = List.copyOf(commits);
    }

    static Earlier kept() throws IOException {
        try (InputStream in = resource(ANSWERS)) {
            return JSON.readValue(in, Earlier.class);
        }
    }

    static void unpackTo(Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(resource(BACKUP))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.write(file, zip.readAllBytes());
            }
        }
    }

    /** An answer a line, so that a look at two of them shows what has become another. */
    void writeTo(Path folder, Path backup) throws IOException {
        Files.createDirectories(folder);
        StringBuilder text = new StringBuilder("{\"commits\":%s,\"takenAt\":\"%s\",\n\"ids\":%s,\n\"answers\":{\n"
                .formatted(JSON.writeValueAsString(commits), takenAt, JSON.writeValueAsString(ids)));
        text.append(String.join(
                ",\n",
                answers.entrySet().stream()
                        .map(answer -> JSON.writeValueAsString(answer.getKey()) + ":" + answer.getValue())
                        .toList()));
        Files.writeString(folder.resolve(ANSWERS), text.append("\n}}\n"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(BACKUP)));
                Stream<Path> files = Files.walk(backup)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            for (Path file : all) {
                ZipEntry entry = new ZipEntry(backup.relativize(file).toString());
                entry.setTime(takenAt.toEpochMilli());
                zip.putNextEntry(entry);
                Files.copy(file, zip);
            }
        }
    }

    /** Puts the key there by which what was sealed can be opened: worked out, as no key may lie in the repository. */
    static void keyIn(Path data) throws IOException, GeneralSecurityException {
        Path folder = Files.createDirectories(data.resolve("secrets"));
        byte[] key = MessageDigest.getInstance("SHA-256")
                .digest("It opens what is made up, and nothing else".getBytes(UTF_8));
        Files.writeString(
                folder.resolve("secrets.properties"),
                "almanac.secrets.keys=" + Base64.getEncoder().encodeToString(key) + "\n");
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Earlier.class.getResourceAsStream("/earlier/" + name), name);
    }
}
