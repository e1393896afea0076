// Runs each sample in this virtual machine, after a reset of the sandbox's state. Writes what it printed and its status.
// Sample 7 is the class s007.Call.
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

public class Run {
    public static void main(String[] names) throws Exception {
        var url = URI.create(System.getenv("PANDAPON_BASE_URL") + "/sandbox/reset");
        var reset = HttpRequest.newBuilder(url)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"scope\":\"state\"}"))
            .build();
        var client = HttpClient.newHttpClient();
        for (var name : names) {
            client.send(reset, BodyHandlers.ofString());
            var reason = "";
            try (var out = new PrintStream(name + ".out", StandardCharsets.UTF_8)) {
                System.setOut(out);
                Class.forName("s" + name + ".Call").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            } catch (InvocationTargetException thrown) {
                reason = String.valueOf(thrown.getCause());
            }
            Files.writeString(Path.of(name + ".err"), reason);
            Files.writeString(Path.of(name + ".status"), reason.isEmpty() ? "0" : "1");
        }
    }
}
