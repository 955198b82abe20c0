package dev.almanac.query.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be had at which path. All of it is read when the service starts: what somebody asks for is looked up here, and
 * nowhere else.
 */
record PageFiles(Map<String, PageFile> byPath) {
    private static final String FOLDER = "/page/";
    private static final String COMPRESSED = ".gz";

    PageFiles {
        byPath = Map.copyOf(byPath);
    }

    /** With the list that the build has left beside them. */
    static PageFiles onClassPath(PageFile configuration) {
        List<String> names =
                new String(bytes("files.txt"), StandardCharsets.UTF_8).lines().toList();
        Map<String, PageFile> all = new TreeMap<>();
        for (String name : names) {
            if (!name.endsWith(COMPRESSED)) {
                boolean both = names.contains(name + COMPRESSED);
                all.put(pathOf(name), PageFile.of(name, bytes(name), both ? bytes(name + COMPRESSED) : null));
            }
        }
        all.put("/favicon.ico", file(all, "icon.svg"));
        all.put(FOLDER + "config.json", configuration);
        return new PageFiles(all);
    }

    @Nullable
    PageFile at(String path) {
        return byPath.get(path);
    }

    private static String pathOf(String name) {
        if (name.equals("index.html")) {
            return "/";
        }
        return name.endsWith(".html") ? "/" + name : FOLDER + name;
    }

    private static PageFile file(Map<String, PageFile> all, String name) {
        PageFile file = all.get(pathOf(name));
        if (file == null) {
            throw new IllegalStateException("the page lacks " + name);
        }
        return file;
    }

    private static byte[] bytes(String name) {
        try (InputStream content = PageFiles.class.getResourceAsStream(FOLDER + name)) {
            if (content == null) {
                throw new IllegalStateException("the page is not on the class path: " + FOLDER + name);
            }
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException("the page cannot be read: " + FOLDER + name, unreadable);
        }
    }
}
