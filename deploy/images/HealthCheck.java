import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Whether the service in this container is ready: no other program that could ask is in the image. */
final class HealthCheck {
    private static final int TIMEOUT_MILLIS = 3000;

    private HealthCheck() {}

    public static void main(String[] args) throws IOException {
        URI health = URI.create(
                "http://127.0.0.1:" + System.getenv("MANAGEMENT_SERVER_PORT") + System.getenv("HEALTH_PATH"));
        HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        System.exit(connection.getResponseCode() == HttpURLConnection.HTTP_OK ? 0 : 1);
    }
}
