package dev.almanac.terminal;

import picocli.CommandLine.IVersionProvider;

/** Which release this is, as the jar says. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"almanac " + (version == null ? "of a build without a number" : version)};
    }
}
