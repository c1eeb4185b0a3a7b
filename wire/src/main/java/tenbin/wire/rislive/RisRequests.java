package tenbin.wire.rislive;

import java.util.List;
import java.util.Optional;
import tenbin.nouns.net.Prefix;
import tenbin.wire.json.JsonText;

/** What a client says to the server. */
public final class RisRequests {
  private RisRequests() {}

  /**
   * Which messages are wanted; several subscriptions of a connection add up.
   *
   * @param host of one collector; empty: all
   * @param prefixes and more specific ones; none: all
   * @param path a part of the path in the server's form ("64496,64497$"); empty: all
   * @param form whether the raw form comes with them
   */
  public record Subscription(
      Optional<String> host, List<Prefix> prefixes, Optional<String> path, Form form) {
    /** All messages. */
    public static final Subscription ALL =
        new Subscription(Optional.empty(), List.of(), Optional.empty(), Form.RAW_TOO);

    public Subscription {
      prefixes = List.copyOf(prefixes);
    }
  }

  /** How messages come. */
  public enum Form {
    FIELDS,
    RAW_TOO
  }

  /** Asks whether the other side is there. */
  public static String ping() {
    return new JsonText().object().text("type", "ping").endObject().take();
  }

  /** Asks for messages. */
  public static String subscribe(Subscription wanted) {
    JsonText text = new JsonText().object().text("type", "ris_subscribe").object("data");
    wanted.host().ifPresent(host -> text.text("host", host));
    wanted.path().ifPresent(path -> text.text("path", path));
    if (!wanted.prefixes().isEmpty()) {
      text.array("prefix");
      wanted.prefixes().forEach(each -> text.element(each.toString()));
      text.endArray().truth("moreSpecific", true).truth("lessSpecific", false);
    }
    return text.object("socketOptions")
        .truth("includeRaw", wanted.form() == Form.RAW_TOO)
        .truth("acknowledge", true)
        .endObject()
        .endObject()
        .endObject()
        .take();
  }
}
