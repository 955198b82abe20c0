package dev.almanac.query.store;

import com.mongodb.MongoException;
import dev.almanac.web.FailureAnswer;
import dev.almanac.web.FailureAnswers;
import dev.almanac.web.Problems;
import java.time.DateTimeException;
import org.bson.BsonSerializationException;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What it means that the store, or a document on its way there, has failed. */
@Component
public class StoreFailures implements FailureAnswers {

    /** Views that do not answer. */
    @Override
    public @Nullable FailureAnswer of(Throwable failure) {
        return isOfTheStore(failure)
                ? FailureAnswer.of(Problems.problem(
                        HttpStatus.SERVICE_UNAVAILABLE, "views-unreachable", "The views cannot be reached now"))
                : null;
    }

    /** It does not answer, or answers that it cannot, or was not asked yet what there is to read. */
    public static boolean isOfTheStore(Throwable failure) {
        return failure instanceof MongoException || failure instanceof ViewsUnknown;
    }

    /** A document that cannot be encoded; not a store that does not answer, or another writer that was ahead. */
    public static boolean isOfTheData(Throwable failure) {
        return failure instanceof CodecConfigurationException
                || failure instanceof BsonSerializationException
                || failure instanceof ArithmeticException
                || failure instanceof DateTimeException
                || failure instanceof IllegalArgumentException
                || failure instanceof NullPointerException;
    }
}
