package tenbin.desks.routes.live;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.desks.routes.session.Stance;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** Where routes come from: a line of the settings, {@code NAME = WAY WHERE}. */
public sealed interface FeedLine {
  /** What is written for each way, for people who wrote something else. */
  String WAYS =
      "folder PATH, file PATH [FEED], ris-live URI [PREFIX...], bmp HOST:PORT ROUTER-ADDRESS,"
          + " bgp HOST:PORT OUR-AS OUR-ID NEIGHBOUR-ADDRESS NEIGHBOUR-AS"
          + " [role=customer|provider|peer|rs|rs-client[,strict]]";

  /** What we are to a neighbour (RFC 9234). */
  String ROLE = "role=";

  /** "rrc06", "member:aozora": a feed that is named after a member is that member's. */
  String name();

  /** "folder", "bgp". */
  String way();

  /** Files of MRT that appear in a folder. */
  record Folder(String name, Path folder) implements FeedLine {
    @Override
    public String way() {
      return "folder";
    }
  }

  /**
   * A table to begin with.
   *
   * @param of the feed, or the collector of RIS Live, whose routers' table it is
   */
  record File(String name, Path file, String of) implements FeedLine {
    @Override
    public String way() {
      return "file";
    }
  }

  /** A RIS Live service; without prefixes all that it says. */
  record Ris(String name, URI server, List<Prefix> prefixes) implements FeedLine {
    public Ris {
      prefixes = List.copyOf(prefixes);
    }

    @Override
    public String way() {
      return "ris-live";
    }
  }

  /** A router that monitors itself for us (RFC 7854). */
  record Bmp(String name, InetSocketAddress at, Address router) implements FeedLine {
    @Override
    public String way() {
      return "bmp";
    }
  }

  /** A router that peers with us (RFC 4271). */
  record Bgp(
      String name, End end, Address neighbour, Asn asn, Optional<Stance> stance, FeedGuard guard)
      implements FeedLine {
    /** One without roles and guards. */
    public Bgp(String name, End end, Address neighbour, Asn asn) {
      this(name, end, neighbour, asn, Optional.empty(), FeedGuard.NONE);
    }

    public Bgp {
      if (stance.isPresent() && asn.equals(end.asn())) {
        throw new IllegalArgumentException("no roles inside an AS (RFC 9234)");
      }
    }

    @Override
    public String way() {
      return "bgp";
    }
  }

  /** Our end of sessions: one port for all neighbours that have the same. */
  record End(InetSocketAddress at, Asn asn, Address identifier) {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException what is wrong, in words
   */
  static FeedLine parse(String name, String way, String where) {
    String[] words = where.strip().split("\\s+");
    try {
      return switch (way) {
        case "folder" -> new Folder(name, Path.of(where.strip()));
        case "file" -> file(name, words);
        case "ris-live" -> new Ris(name, URI.create(words[0]), prefixes(words));
        case "bmp" -> bmp(name, words);
        case "bgp" -> bgp(name, words);
        default -> throw new IllegalArgumentException("no such way: " + way);
      };
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "feed " + name + ": " + wrong.getMessage() + "; known: " + WAYS, wrong);
    }
  }

  /**
   * The same behind a guard.
   *
   * @throws IllegalArgumentException where there is no peering, or the guard is none, in words
   */
  default FeedLine guarded(String guard) {
    if (this instanceof Bgp line) {
      return new Bgp(
          line.name, line.end, line.neighbour, line.asn, line.stance, FeedGuard.parse(guard));
    }
    throw new IllegalArgumentException(
        "feed " + name() + " is no peering: a guard is for bgp, not for " + way());
  }

  private static List<Prefix> prefixes(String[] words) {
    List<Prefix> all = new ArrayList<>();
    for (int i = 1; i < words.length; i++) {
      all.add(Prefix.parse(words[i]));
    }
    return all;
  }

  private static FeedLine file(String name, String... words) {
    return switch (words.length) {
      case 1 -> new File(name, Path.of(words[0]), name);
      case 2 -> new File(name, Path.of(words[0]), words[1]);
      default -> throw new IllegalArgumentException("1 or 2 words are wanted: " + words.length);
    };
  }

  private static FeedLine bmp(String name, String[] words) {
    want(words, 2);
    return new Bmp(name, at(words[0]), Address.parse(words[1]));
  }

  private static FeedLine bgp(String name, String[] words) {
    boolean role = words.length == 6 && words[5].startsWith(ROLE);
    want(words, role ? 6 : 5);
    End end = new End(at(words[0]), Asn.parse(words[1]), Address.parse(words[2]));
    Optional<Stance> stance =
        role ? Optional.of(Stance.parse(words[5].substring(ROLE.length()))) : Optional.empty();
    return new Bgp(name, end, Address.parse(words[3]), Asn.parse(words[4]), stance, FeedGuard.NONE);
  }

  private static void want(String[] words, int count) {
    if (words.length != count) {
      throw new IllegalArgumentException(count + " words are wanted, not " + words.length);
    }
  }

  /**
   * "127.0.0.1:179", "[2001:db8::1]:179".
   *
   * @throws IllegalArgumentException when it is none
   */
  static InetSocketAddress at(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("no HOST:PORT: " + text);
    }
    String host = text.substring(0, colon).replace("[", "").replace("]", "");
    return new InetSocketAddress(host, Integer.parseInt(text.substring(colon + 1)));
  }
}
