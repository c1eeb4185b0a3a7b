package tenbin.wire.xarf;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.HostName;
import tenbin.wire.json.Json;

/** What XARF 3's schemas demand of one report, written anew: each broken rule by its name. */
final class XarfThreeRules {
  private static final long MOST_ASN = 4_199_999_999L;
  private static final int MOST_PORT = 65_535;
  private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,7}");
  private static final Set<String> HASHES =
      Set.of(
          "sha1",
          "sha2",
          "sha3",
          "sha256",
          "sha512",
          "md5",
          "argon2id",
          "scrypt",
          "bcrypt",
          "pbkdf2");
  private static final Set<String> REPORTER_MEMBERS =
      Set.of(
          "ReporterType",
          "ReporterOrg",
          "ReporterOrgDomain",
          "ReporterOrgEmail",
          "ReporterOrgAddress",
          "ReporterContactEmail",
          "ReporterContactName",
          "ReporterContactPhone");

  /** Members of Report with a form of their own; a number that is meant is a JSON number. */
  private static final Map<String, Predicate<Json>> FORMS =
      Map.ofEntries(
          Map.entry("Date", XarfThreeRules::isDate),
          Map.entry("FirstSeen", XarfThreeRules::isDate),
          Map.entry("SourceIp", XarfThreeRules::isAddress),
          Map.entry("DestinationIp", XarfThreeRules::isAddress),
          Map.entry("AttackerIp", XarfThreeRules::isAddress),
          Map.entry("SourcePort", XarfThreeRules::isPort),
          Map.entry("DestinationPort", XarfThreeRules::isPorts),
          Map.entry("AttackerPort", XarfThreeRules::isPorts),
          Map.entry("ASN", value -> isIn(value, 1, MOST_ASN)),
          Map.entry("SourceUrl", XarfThreeRules::isUri),
          Map.entry("CourtOrder", XarfThreeRules::isUri),
          Map.entry("RpzDomain", XarfThreeRules::isHost),
          Map.entry("SmtpMailFromAddress", XarfThreeRules::isMail),
          Map.entry("SmtpRcptToAddress", XarfThreeRules::isMail),
          Map.entry("TransportProtocol", value -> isOneOf(value, "tcp", "udp")),
          Map.entry("ReporterSeverity", value -> isOneOf(value, "low", "medium", "high")),
          Map.entry("ReporterCaseID", Json.Text.class::isInstance),
          Map.entry("ReporterNotes", Json.Text.class::isInstance),
          Map.entry("ServiceName", Json.Text.class::isInstance),
          Map.entry("ServiceVersion", Json.Text.class::isInstance),
          Map.entry("InfringedMaterial", Json.Text.class::isInstance),
          Map.entry("MaterialType", Json.Text.class::isInstance),
          Map.entry("Ongoing", Json.Truth.class::isInstance),
          Map.entry("ByteCount", XarfThreeRules::isInteger),
          Map.entry("PacketCount", XarfThreeRules::isInteger),
          Map.entry("FileSize", value -> isIn(value, 0, Long.MAX_VALUE)),
          Map.entry("FileHash", XarfThreeRules::isHash),
          Map.entry("PasswordHash", XarfThreeRules::isHash),
          Map.entry("CVE", value -> value instanceof Json.Text(var t) && CVE.matcher(t).matches()),
          Map.entry("CVSS", XarfThreeRules::isCvss),
          Map.entry("Samples", XarfThreeRules::areSamples),
          Map.entry("Custom", XarfThreeRules::isCustom),
          Map.entry("Account", XarfThreeRules::isAccount));

  /** What a type needs beside the rest. */
  private static final Map<String, List<String>> NEEDED =
      Map.of(
          "potentiallycompromisedaccount", List.of("Account"),
          "openservice", List.of("ServiceName"),
          "harassed", List.of("Harasser", "HarassmentDescription"),
          "harassment", List.of("Harasser", "HarassmentDescription"),
          "copyright", List.of("InfringedMaterial"),
          "trademark", List.of("TrademarkedMaterial"));

  private final List<String> broken = new ArrayList<>();

  private XarfThreeRules() {}

  /** The broken rules, in the order of the schema. */
  static List<String> broken(Json.Members whole) {
    XarfThreeRules rules = new XarfThreeRules();
    rules.envelope(whole);
    rules.party(whole, "ReporterInfo", "Reporter");
    if (whole.all().containsKey("OnBehalfOf")) {
      rules.party(whole, "OnBehalfOf", "Complainant");
    }
    rules.internal(whole.members("InternalProcessing"));
    rules.report(whole.members("Report"));
    return rules.broken;
  }

  private void envelope(Json.Members whole) {
    check(whole.get("Disclosure") instanceof Json.Truth, "Disclosure must be true or false");
    check(whole.get("Report") instanceof Json.Members, "Report is missing");
  }

  private void party(Json.Members whole, String name, String prefix) {
    check(whole.get(name) instanceof Json.Members, name + " must be an object");
    Json.Members party = whole.members(name);
    if (prefix.equals("Reporter")) {
      party.all().keySet().stream()
          .filter(each -> !REPORTER_MEMBERS.contains(each))
          .forEach(each -> broken.add(name + "." + each + " is not foreseen"));
    }
    if (!party.text(prefix + "Type").equals("Person")) {
      for (String part : List.of("Org", "OrgDomain", "OrgEmail")) {
        check(!party.text(prefix + part).isEmpty(), name + "." + prefix + part + " is missing");
      }
    }
    party
        .all()
        .forEach((member, value) -> {
          boolean good =
              member.endsWith("Email")
                  ? isMail(value)
                  : member.endsWith("Domain") ? isHost(value) : value instanceof Json.Text;
          check(good, name + "." + member + " has the wrong form");
        });
  }

  private void internal(Json.Members internal) {
    for (String name : List.of("SubscriberInformation", "ContractInformation")) {
      Json.Members part = internal.members(name);
      check(isAbsent(part.get("ID")) || part.get("ID") instanceof Json.Text, name + ".ID");
      for (String data : List.of("SubscriberData", "ResolverData")) {
        part.members(data)
            .all()
            .forEach((key, value) -> check(value instanceof Json.Text, name + "." + data));
      }
    }
    check(
        internal.elements("EventTags").stream().allMatch(Json.Text.class::isInstance),
        "InternalProcessing.EventTags must be texts");
  }

  private void report(Json.Members report) {
    String type = report.text("ReportType");
    check(
        isOneOf(report.get("ReportClass"), "Content", "Activity", "Vulnerability"), "ReportClass");
    check(
        report.get("ReportType") instanceof Json.Text && XarfTypes.isThree(type),
        "ReportType \"" + type + "\"");
    check(!isAbsent(report.get("Date")), "Report.Date is missing");
    for (String name : NEEDED.getOrDefault(type.toLowerCase(Locale.ROOT), List.of())) {
      check(!isAbsent(report.get(name)), "Report." + name + " is missing");
    }
    boolean source = !isAbsent(report.get("SourceIp")) || !isAbsent(report.get("SourceUrl"));
    boolean account = type.equals("PotentiallyCompromisedAccount");
    check(source != account, account ? "Report names a source" : "Report names no source");
    report
        .all()
        .forEach((name, value) -> {
          Predicate<Json> form = FORMS.get(name);
          check(form == null || form.test(value), "Report." + name + " has the wrong form");
        });
  }

  private void check(boolean holds, String rule) {
    if (!holds) {
      broken.add(rule);
    }
  }

  private static boolean isAbsent(Json value) {
    return value == Json.Null.NULL;
  }

  private static boolean isDate(Json value) {
    try {
      return value instanceof Json.Text(var text) && OffsetDateTime.parse(text).getYear() > 0;
    } catch (DateTimeParseException refused) {
      return false;
    }
  }

  private static boolean isAddress(Json value) {
    return value instanceof Json.Text(var text) && Address.tryParse(text).isPresent();
  }

  private static boolean isPort(Json value) {
    return isIn(value, 0, MOST_PORT);
  }

  private static boolean isPorts(Json value) {
    return value instanceof Json.Elements(var all)
        ? all.stream().allMatch(XarfThreeRules::isPort)
        : isPort(value);
  }

  private static boolean isInteger(Json value) {
    return value instanceof Json.Numeral number && number.isInteger();
  }

  private static boolean isIn(Json value, long least, long most) {
    if (!(value instanceof Json.Numeral number) || !number.isInteger()) {
      return false;
    }
    try {
      long whole = Long.parseLong(number.written());
      return whole >= least && whole <= most;
    } catch (NumberFormatException tooLong) {
      return false;
    }
  }

  private static boolean isUri(Json value) {
    try {
      return value instanceof Json.Text(var text) && new URI(text).isAbsolute();
    } catch (URISyntaxException refused) {
      return false;
    }
  }

  private static boolean isHost(Json value) {
    return value instanceof Json.Text(var text) && HostName.tryParse(text).isPresent();
  }

  private static boolean isMail(Json value) {
    return value instanceof Json.Text(var text) && MAIL.matcher(text).matches();
  }

  private static boolean isOneOf(Json value, String... words) {
    return value instanceof Json.Text(var text) && List.of(words).contains(text);
  }

  private static boolean isHash(Json value) {
    return value instanceof Json.Members hash
        && hash.get("HashValue") instanceof Json.Text
        && HASHES.contains(hash.text("HashAlgorithm"));
  }

  /** A vector names its version itself; version 2's has none in front. */
  private static boolean isCvss(Json value) {
    if (!(value instanceof Json.Members cvss)) {
      return false;
    }
    String vector = cvss.text("Vector");
    return switch (cvss.text("Version")) {
      case "2" -> vector.startsWith("AV:") || vector.startsWith("(AV:");
      case "3.0" -> vector.startsWith("CVSS:3.0/");
      case "3.1" -> vector.startsWith("CVSS:3.1/");
      default -> false;
    };
  }

  private static boolean areSamples(Json value) {
    return value instanceof Json.Elements(var all)
        && !all.isEmpty()
        && all.stream().allMatch(XarfThreeRules::isSample);
  }

  private static boolean isSample(Json value) {
    if (!(value instanceof Json.Members sample)) {
      return false;
    }
    boolean payload =
        sample.get("ContentType") instanceof Json.Text
            && sample.get("Payload") == Json.LeftOut.LEFT_OUT
            && (isAbsent(sample.get("Base64Encoded"))
                || sample.get("Base64Encoded") instanceof Json.Truth)
            && (isAbsent(sample.get("Description"))
                || sample.get("Description") instanceof Json.Text);
    return payload
        || sample.get("FileName") instanceof Json.Text && !sample.all().containsKey("Payload");
  }

  private static boolean isCustom(Json value) {
    return value instanceof Json.Members custom
        && custom.all().values().stream()
            .allMatch(each -> each instanceof Json.Text || isInteger(each));
  }

  private static boolean isAccount(Json value) {
    if (!(value instanceof Json.Members account) || account.all().isEmpty()) {
      return false;
    }
    Json identifier = account.get("AccountIdentifier");
    boolean good = isAbsent(identifier) || identifier instanceof Json.Text && !isMail(identifier);
    return good && (isAbsent(account.get("AccountEmail")) || isMail(account.get("AccountEmail")));
  }
}
