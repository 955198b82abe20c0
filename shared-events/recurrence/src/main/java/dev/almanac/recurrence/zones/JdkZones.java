package dev.almanac.recurrence.zones;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamConstants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads the zone data that a JDK comes with from its {@code lib/tzdb.dat}, which is still there when this JVM goes by other
 * data. Each set of rules in that file has the serialized form of {@code java.time.zone.Ser}.
 */
final class JdkZones {
    private static final String SERIAL_CLASS = "java.time.zone.Ser";
    private static final long SERIAL_VERSION = -8885321777449118786L;

    private JdkZones() {}

    static ZoneData read(Path javaHome) {
        var file = javaHome.resolve("lib").resolve("tzdb.dat");
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return read(in);
        } catch (IOException | ClassNotFoundException e) {
            throw new InvalidZoneData("the JDK's zone data cannot be read from " + file, e);
        }
    }

    private static String version(DataInputStream in) throws IOException {
        if (in.readByte() != 1 || !in.readUTF().equals("TZDB")) {
            throw new IOException("unknown format");
        }
        return strings(in).getLast();
    }

    private static ZoneData read(DataInputStream in) throws IOException, ClassNotFoundException {
        var version = version(in);
        var ids = strings(in);
        var rules = new ArrayList<ZoneRules>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            rules.add(rules(in.readNBytes(in.readUnsignedShort())));
        }
        var zones = new TreeMap<String, ZoneRules>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            zones.put(ids.get(in.readUnsignedShort()), rules.get(in.readUnsignedShort()));
        }
        return new ZoneData(version, zones);
    }

    private static List<String> strings(DataInputStream in) throws IOException {
        var strings = new ArrayList<String>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            strings.add(in.readUTF());
        }
        return strings;
    }

    private static ZoneRules rules(byte[] content) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeShort(ObjectStreamConstants.STREAM_MAGIC);
        out.writeShort(ObjectStreamConstants.STREAM_VERSION);
        out.writeByte(ObjectStreamConstants.TC_OBJECT);
        out.writeByte(ObjectStreamConstants.TC_CLASSDESC);
        out.writeUTF(SERIAL_CLASS);
        out.writeLong(SERIAL_VERSION);
        out.writeByte(ObjectStreamConstants.SC_EXTERNALIZABLE | ObjectStreamConstants.SC_BLOCK_DATA);
        out.writeShort(0);
        out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
        out.writeByte(ObjectStreamConstants.TC_NULL);
        out.writeByte(ObjectStreamConstants.TC_BLOCKDATALONG);
        out.writeInt(content.length);
        out.write(content);
        out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
        return (ZoneRules) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    }
}
