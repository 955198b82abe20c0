package dev.almanac.command.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/** An answer that says where something that it made is. */
public interface Located {

    /** The path below the base; null where nothing was made. */
    @JsonIgnore
    @Nullable
    String location();
}
