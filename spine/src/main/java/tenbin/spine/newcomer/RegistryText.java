package tenbin.spine.newcomer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tenbin.nouns.member.Network;
import tenbin.nouns.net.Address;
import tenbin.wire.rpsl.RpslObject;
import tenbin.wire.rpsl.RpslReader;
import tenbin.wire.table.AddressRange;

/** Objects of a registry (RPSL, RFC 2622), as somebody pasted them or a server sent them. */
public final class RegistryText {
  private static final Pattern LIKE =
      Pattern.compile("(?im)^(inetnum|inet6num|route|route6|aut-num):\\s*\\S");

  private static final Set<String> BLOCKS = Set.of("inet6num", "route", "route6");

  private RegistryText() {}

  /** Whether a text has objects of the classes that name networks. */
  public static boolean looksLikeIt(String text) {
    return LIKE.matcher(text).find();
  }

  /** The networks that its objects name, in their order. */
  public static List<Network> networks(String text) {
    List<Network> networks = new ArrayList<>();
    objects(text).forEach(each -> networks.addAll(networks(each)));
    return networks;
  }

  /** Its objects; damaged ones are left out. */
  public static List<RpslObject> objects(String text) {
    List<RpslObject> objects = new ArrayList<>();
    try {
      RpslReader.read(new ByteArrayInputStream(text.getBytes(UTF_8)), objects::add, warning -> {});
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return objects;
  }

  /** The networks that an object is about: a range of addresses can be several blocks. */
  public static List<Network> networks(RpslObject object) {
    List<String> words = new ArrayList<>();
    if (object.type().equals("aut-num")) {
      words.add(object.key());
    } else if (BLOCKS.contains(object.type())) {
      words.add(object.key());
    } else if (object.type().equals("inetnum")) {
      words.addAll(blocks(object.key()));
    }
    return words.stream()
        .map(WrittenNetwork::tryParse)
        .flatMap(java.util.Optional::stream)
        .toList();
  }

  private static List<String> blocks(String range) {
    List<String> blocks = new ArrayList<>();
    int dash = range.indexOf('-');
    if (dash < 0) {
      return List.of(range);
    }
    try {
      AddressRange.between(
              Address.parse(range.substring(0, dash).strip()),
              Address.parse(range.substring(dash + 1).strip()))
          .forEachPrefix(each -> blocks.add(each.toString()));
    } catch (IllegalArgumentException notARange) {
      return List.of();
    }
    return blocks;
  }
}
