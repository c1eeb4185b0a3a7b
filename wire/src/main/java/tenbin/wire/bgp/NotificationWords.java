package tenbin.wire.bgp;

import java.util.List;
import java.util.Map;

/** The names of error codes and subcodes (IANA, BGP Error Codes). */
final class NotificationWords {
  private NotificationWords() {}

  private record Area(String name, List<String> subcodes) {}

  private static final Map<Integer, Area> AREAS =
      Map.of(
          1,
          new Area(
              "message header error",
              List.of("", "connection not synchronized", "bad message length", "bad message type")),
          2,
          new Area(
              "OPEN message error",
              List.of(
                  "",
                  "unsupported version number",
                  "bad peer AS",
                  "bad BGP identifier",
                  "unsupported optional parameter",
                  "authentication failure",
                  "unacceptable hold time",
                  "unsupported capability",
                  "",
                  "",
                  "",
                  "role mismatch")),
          3,
          new Area(
              "UPDATE message error",
              List.of(
                  "",
                  "malformed attribute list",
                  "unrecognized well-known attribute",
                  "missing well-known attribute",
                  "attribute flags error",
                  "attribute length error",
                  "invalid ORIGIN attribute",
                  "AS routing loop",
                  "invalid NEXT_HOP attribute",
                  "optional attribute error",
                  "invalid network field",
                  "malformed AS_PATH")),
          4,
          new Area("hold timer expired", List.of("")),
          5,
          new Area(
              "finite state machine error",
              List.of(
                  "",
                  "unexpected message in OpenSent",
                  "unexpected message in OpenConfirm",
                  "unexpected message in Established")),
          6,
          new Area(
              "Cease",
              List.of(
                  "",
                  "maximum number of prefixes reached",
                  "administrative shutdown",
                  "peer de-configured",
                  "administrative reset",
                  "connection rejected",
                  "other configuration change",
                  "connection collision resolution",
                  "out of resources",
                  "hard reset",
                  "BFD down")),
          7,
          new Area("ROUTE-REFRESH message error", List.of("", "invalid message length")),
          8,
          new Area("send hold timer expired", List.of("")));

  static String of(int major, int minor) {
    Area area = AREAS.getOrDefault(major, new Area("error " + major, List.of("")));
    if (minor == 0) {
      return area.name;
    }
    String word = minor < area.subcodes.size() ? area.subcodes.get(minor) : "";
    return area.name + ": " + (word.isEmpty() ? "subcode " + minor : word);
  }
}
