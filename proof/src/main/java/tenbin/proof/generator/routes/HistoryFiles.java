package tenbin.proof.generator.routes;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import tenbin.desks.routes.declare.file.DeclarationText;
import tenbin.nouns.net.Prefix;

/**
 * The files of an incident in a folder: {@code rib.mrt}, {@code updates.mrt}, {@code members.yaml},
 * {@code vrps.json}, {@code irr.txt}, {@code as-rel.txt}, {@code ixp-lans.txt}, {@code
 * truth.jsonl}, {@code benign.jsonl}.
 */
public final class HistoryFiles {
  private HistoryFiles() {}

  public static void write(History history, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (OutputStream out = open(folder.resolve("rib.mrt"))) {
      history.rib(out);
    }
    try (OutputStream out = open(folder.resolve("updates.mrt"))) {
      history.updates(out);
    }
    Files.writeString(folder.resolve("members.yaml"), DeclarationText.of(history.declarations()));
    Files.writeString(folder.resolve("vrps.json"), history.vrps());
    Files.writeString(folder.resolve("irr.txt"), history.irr());
    Files.writeString(folder.resolve("as-rel.txt"), history.relations());
    Files.writeString(folder.resolve("ixp-lans.txt"), exchanges(history.exchanges()));
    Files.writeString(folder.resolve("truth.jsonl"), truths(history));
    Files.writeString(folder.resolve("benign.jsonl"), benign(history));
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  private static String exchanges(Map<Prefix, String> lans) {
    return lans.entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static String truths(History history) {
    return history.truths().stream().map(HistoryFiles::line).collect(Collectors.joining());
  }

  private static String line(Truth truth) {
    String prefixes =
        truth.prefixes().entrySet().stream()
            .map(each ->
                each.getValue().stream()
                    .map(prefix -> "\"" + prefix + "\"")
                    .collect(Collectors.joining(",", "\"" + each.getKey() + "\":[", "]")))
            .collect(Collectors.joining(",", "{", "}"));
    return "{\"kind\":\"%s\",\"accused\":%s,\"begin\":\"%s\",\"end\":\"%s\",\"prefixes\":%s}\n"
        .formatted(
            truth.kind().text(),
            truth.accused().stream().sorted().toList(),
            truth.begin(),
            truth.end(),
            prefixes);
  }

  private static String benign(History history) {
    return history.benign().stream()
        .map(each ->
            "{\"label\":\"%s\",\"asn\":%d,\"at\":\"%s\",\"prefix\":\"%s\"}\n"
                .formatted(each.what(), each.asn(), each.at(), each.prefix()))
        .collect(Collectors.joining());
  }
}
