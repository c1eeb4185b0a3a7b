package tenbin.spine.roster;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Agreement;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.Contact;
import tenbin.nouns.member.Factors;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.member.Retention;
import tenbin.nouns.member.Sector;
import tenbin.nouns.member.WorkingGroup;
import tenbin.nouns.time.Validity;
import tools.jackson.databind.json.JsonMapper;

/** Writes a circle as a circle file: the same circle always gives the same text. */
final class CircleText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9._/-]*");

  /** What YAML 1.1 reads as something else than text. */
  private static final Set<String> RESERVED =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private final ZoneId zone;
  private final StringBuilder out = new StringBuilder();

  private CircleText(ZoneId zone) {
    this.zone = zone;
  }

  static String of(Circle circle, ZoneId zone) {
    return new CircleText(zone).write(circle);
  }

  private String write(Circle circle) {
    key("", "circle", quoted(circle.name()));
    key("", "zone", quoted(zone.getId()));
    key("", "unmarked", circle.unmarked().label());
    if (circle.signIn() != Factors.ONE) {
      key("", "sign-in", circle.signIn().word());
    }
    if (!circle.retention().equals(Retention.USUAL)) {
      out.append("retention:\n");
      key("  ", "raw", circle.retention().raw().toString());
      key("  ", "rows", circle.retention().rows().toString());
      key("  ", "deliveries", circle.retention().deliveries().toString());
      key("  ", "cases", circle.retention().cases().toString());
      if (circle.retention().isHeld()) {
        key("  ", "hold", quoted(circle.retention().hold()));
      }
    }
    out.append("members:\n");
    circle.members().forEach(this::member);
    if (!circle.groups().isEmpty()) {
      out.append("working-groups:\n");
      circle.groups().forEach(this::group);
    }
    if (!circle.agreements().isEmpty()) {
      out.append("agreements:\n");
      circle.agreements().forEach(this::agreement);
    }
    return out.toString();
  }

  private void member(Member member) {
    key("  - ", "id", word(member.id().text()));
    key("    ", "name", quoted(member.name()));
    key("    ", "name-ja", quoted(member.nameJa()));
    key("    ", "class", member.memberClass().word());
    key("    ", "carrier", String.valueOf(member.carrier()));
    sector("    ", member.sector());
    validity("    ", "joined", "left", member.membership());
    if (!member.claims().isEmpty()) {
      out.append("    networks:\n");
      claims(member, "prefixes", Network.Block.class, "prefix");
      claims(member, "asns", Network.AutonomousSystem.class, "asn");
      claims(member, "domains", Network.Domain.class, "domain");
    }
    if (!member.contacts().isEmpty()) {
      out.append("    contacts:\n");
      member.contacts().forEach(this::contact);
    }
  }

  private void claims(Member member, String list, Class<? extends Network> kind, String keyName) {
    boolean first = true;
    for (Claim claim : member.claims()) {
      if (kind.isInstance(claim.network())) {
        if (first) {
          out.append("      ").append(list).append(":\n");
          first = false;
        }
        key("        - ", keyName, quoted(claim.network().toString()));
        validity("          ", "from", "to", claim.validity());
        key("          ", "verified-by", quoted(claim.verifiedBy()));
        String means = claim.means().name().toLowerCase(Locale.ROOT).replace('_', '-');
        key("          ", "means", means);
        sector("          ", claim.sector());
      }
    }
  }

  private void sector(String indent, Sector sector) {
    if (sector.isKnown()) {
      key(indent, "sector", sector.word());
    }
  }

  private void contact(Contact contact) {
    key("      - ", "role", contact.role().word());
    key("        ", "name", quoted(contact.name()));
    if (!contact.mail().isEmpty()) {
      key("        ", "mail", quoted(contact.mail()));
    }
    if (!contact.phone().isEmpty()) {
      key("        ", "phone", quoted(contact.phone()));
    }
    key("        ", "verified-at", contact.verifiedAt().toString());
    key("        ", "next-check", contact.nextCheck().toString());
  }

  private void group(WorkingGroup group) {
    key("  - ", "id", word(group.id()));
    key("    ", "name", quoted(group.name()));
    key("    ", "name-ja", quoted(group.nameJa()));
    key("    ", "purpose", quoted(group.purpose()));
    key("    ", "members", group.everybody() ? "all" : ids(group.members()));
    key("    ", "retention", group.retention().toString());
    key("    ", "observers", group.observers().word());
  }

  private void agreement(Agreement agreement) {
    key("  - ", "id", word(agreement.id()));
    key("    ", "title", quoted(agreement.title()));
    validity("    ", "from", "to", agreement.validity());
    key(
        "    ",
        "purposes",
        agreement.purposes().stream()
            .sorted()
            .map(Purpose::code)
            .collect(Collectors.joining(", ", "[", "]")));
    key(
        "    ",
        "categories",
        agreement.categories().stream()
            .sorted()
            .map(Enum::name)
            .collect(Collectors.joining(", ", "[", "]")));
    key("    ", "signed-by", ids(agreement.signedBy()));
    key("    ", "evidence", quoted(agreement.evidence()));
  }

  private static String ids(Collection<MemberId> ids) {
    return ids.stream()
        .sorted()
        .map(id -> word(id.text()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private void validity(String indent, String from, String to, Validity validity) {
    if (!validity.from().equals(Instant.MIN)) {
      key(indent, from, time(validity.from()));
    }
    validity.end().ifPresent(end -> key(indent, to, time(end)));
  }

  /** A day where it begins in the file's zone, else the instant with its offset. */
  private String time(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    return local.toLocalDate().atStartOfDay(zone).equals(local)
        ? local.toLocalDate().toString()
        : quoted(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local));
  }

  private void key(String indent, String name, String value) {
    out.append(indent).append(name).append(": ").append(value).append('\n');
  }

  private static String word(String text) {
    return PLAIN.matcher(text).matches() && !RESERVED.contains(text) ? text : quoted(text);
  }

  /** A JSON string is a double-quoted scalar of YAML 1.2 section 7.3.1. */
  private static String quoted(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }
}
