# Sourced by mvnw and up: makes JAVA_HOME a JDK of at least 25, or says in one line what to install.
almanac_jdk_major() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}
almanac_use_jdk() {
  almanac_on_path=$(command -v javac 2>/dev/null)
  [ -z "$almanac_on_path" ] || almanac_on_path=$(dirname "$(dirname "$(readlink -f "$almanac_on_path" 2>/dev/null || echo "$almanac_on_path")")")
  for almanac_home in "${JAVA_HOME:-}" "$almanac_on_path" ${ALMANAC_JDK_DIRS:-/usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
      "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
      /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home}; do
    almanac_major=$(almanac_jdk_major "$almanac_home")
    if [ "${almanac_major:-0}" -ge 25 ] 2>/dev/null; then
      JAVA_HOME=$almanac_home
      export JAVA_HOME
      return 0
    fi
  done
  echo "Almanac needs a JDK 25 or newer: install one (for example Eclipse Temurin 25 from https://adoptium.net) or point JAVA_HOME at it." >&2
  return 1
}
almanac_use_jdk || exit 1
