package tenbin.wire.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.io.MaxLineLimitException;
import org.apache.james.mime4j.message.DefaultBodyDescriptorBuilder;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;
import tenbin.wire.Parts;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sink;
import tenbin.wire.arf.ArfReports;
import tenbin.wire.record.HeaderText;
import tenbin.wire.xarf.XarfMail;

/**
 * One walk through a mail, part by part, each part read while it passes. What a feedback report
 * says waits for the header of the mail complained about, which comes behind it.
 */
final class MailWalk {
  /** RFC 5321's 100 hops and some twenty other fields fit many times. */
  private static final int MOST_FIELDS = 2_000;

  private static final int LONGEST_FIELD = 256 * 1024;
  private static final int MOST_FEEDBACK = 100;

  private final Report report;
  private final Sink sink;
  private final Parts parts;
  private final StringBuilder headerText = new StringBuilder();
  private final List<String> feedback = new ArrayList<>();
  private HeaderText header = HeaderText.NONE;
  private boolean headerRead;
  private HeaderText original = HeaderText.NONE;
  private Optional<String> body = Optional.empty();
  private String sealed = "";
  private int leaves;
  private int tried;
  private int depth;

  MailWalk(Report report, Sink sink) throws Refused {
    this.report = report;
    this.sink = sink;
    this.parts = new Parts(report, sink);
  }

  void walk() throws IOException, Refused {
    MimeConfig config =
        new MimeConfig.Builder()
            .setMaxLineLen(report.limits().mostRowBytes())
            .setMaxHeaderCount(MOST_FIELDS)
            .setMaxHeaderLen(LONGEST_FIELD)
            .setMaxContentLen(-1)
            .build();
    MimeTokenStream stream =
        new MimeTokenStream(config, DecodeMonitor.SILENT, new DefaultBodyDescriptorBuilder());
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    try {
      stream.parse(report.bytes());
      for (EntityState state = stream.getState();
          state != EntityState.T_END_OF_STREAM;
          state = stream.next()) {
        step(state, stream);
      }
    } catch (MaxLineLimitException tooLong) {
      throw new Refused(
          Fault.TOO_LARGE, Place.WHOLE, "a line of more than " + report.limits().mostRowBytes());
    } catch (MimeException broken) {
      throw new Refused(Fault.SYNTAX, Place.WHOLE, String.valueOf(broken.getMessage()));
    }
    end();
  }

  private void step(EntityState state, MimeTokenStream stream) throws IOException, Refused {
    switch (state) {
      case T_FIELD -> {
        if (!headerRead) {
          headerText
              .append(stream.getField().getName())
              .append(": ")
              .append(stream.getField().getBody().replaceAll("[\\r\\n]+", " "))
              .append('\n');
        }
      }
      case T_END_HEADER -> {
        if (!headerRead) {
          headerRead = true;
          header = HeaderText.of(headerText.toString());
          checkHeader();
        }
      }
      case T_START_MULTIPART -> {
        if (++depth > report.limits().mostDepth()) {
          throw new Refused(Fault.TOO_DEEP, Place.WHOLE, "multiparts in multiparts");
        }
      }
      case T_END_MULTIPART -> depth--;
      case T_EPILOGUE -> stream.getInputStream().transferTo(OutputStream.nullOutputStream());
      case T_BODY -> leaf(Leaf.of(stream.getBodyDescriptor(), stream.getDecodedInputStream()));
      default -> {}
    }
  }

  private void checkHeader() throws Refused {
    MailLoops.check(header);
    String type = header.first("content-type").toLowerCase(Locale.ROOT);
    if (type.contains("delivery-status") || type.contains("disposition-notification")) {
      throw new Refused(
          Fault.FORMAT_NOT_READ, Place.WHOLE, "looks like delivery-status-notification");
    }
  }

  private boolean isXarf() {
    return header.has("x-xarf") || header.has("x-arf");
  }

  private void leaf(Leaf leaf) throws IOException, Refused {
    if (++leaves > report.limits().mostParts()) {
      throw new Refused(
          Fault.TOO_MANY_PARTS, Place.WHOLE, "more than " + report.limits().mostParts() + " parts");
    }
    if (leaf.isOrnament()) {
      return;
    }
    if (!leaf.sealed().isEmpty()) {
      sealed = sealed.isEmpty() ? leaf.sealed() : sealed;
    } else if (leaf.isFeedbackReport()) {
      feedback(leaf);
    } else if (leaf.isMailOrHeader() && !feedback.isEmpty()) {
      original = HeaderText.of(leaf.text().text());
    } else if (isXarf() && leaf.isText()) {
      xarf(leaf);
    } else if (leaf.isBody()) {
      body(leaf);
    } else if (sealed.isEmpty()) {
      tried++;
      parts.read(name(leaf), leaf.bytes());
    }
  }

  private void feedback(Leaf leaf) throws IOException, Refused {
    if (feedback.size() == MOST_FEEDBACK) {
      throw new Refused(Fault.TOO_MANY_PARTS, Place.WHOLE, "feedback reports");
    }
    feedback.add(text(leaf, "feedback-report"));
  }

  /** Of an X-ARF mail's texts one is the report; the others are for people, or evidence. */
  private void xarf(Leaf leaf) throws IOException, Refused {
    String text = Armour.opened(text(leaf, leaf.name()));
    if (XarfMail.isReport(text)) {
      String name = leaf.name().isEmpty() ? "report.txt" : leaf.name();
      new XarfMail(report, parts.sink(name)).read(text);
      parts.wasRead();
    } else if (leaf.name().isEmpty() && body.isEmpty()) {
      body = Optional.of(text);
    }
  }

  private void body(Leaf leaf) throws IOException {
    if (body.isEmpty()) {
      body = Optional.of(text(leaf, "body"));
    }
  }

  private String text(Leaf leaf, String part) throws IOException {
    Decoded decoded = leaf.text();
    if (!decoded.repair().isEmpty()) {
      sink.warning(new Warning(Fault.CHARSET_REPAIRED, new Place(part, 0, -1), decoded.repair()));
    }
    return decoded.text();
  }

  private String name(Leaf leaf) {
    if (!leaf.name().isEmpty()) {
      return leaf.name();
    }
    String ending =
        switch (leaf.type()) {
          case "text/csv" -> ".csv";
          case "application/json" -> ".json";
          case "application/zip" -> ".zip";
          case "application/gzip" -> ".gz";
          case "message/rfc822" -> ".eml";
          default -> "";
        };
    return "part-" + leaves + ending;
  }

  private void end() throws IOException, Refused {
    if (!feedback.isEmpty()) {
      ArfReports reports = new ArfReports(report, parts.sink("feedback-report"), reporter());
      for (String each : feedback) {
        reports.read(each, original, header.first("date"));
      }
      parts.wasRead();
    }
    if (!sealed.isEmpty() && parts.readable() == 0) {
      throw new Refused(Fault.FORMAT_NOT_READ, Place.WHOLE, "looks like " + sealed);
    }
    String armoured = body.map(Armour::sealed).orElse("");
    if (!armoured.isEmpty() && tried == 0 && parts.readable() == 0) {
      throw new Refused(Fault.FORMAT_NOT_READ, Place.WHOLE, "looks like " + armoured);
    }
    if (tried == 0 && parts.readable() == 0 && body.isPresent()) {
      byte[] text = Armour.opened(body.get()).getBytes(StandardCharsets.UTF_8);
      parts.read("body", new ByteArrayInputStream(text));
    }
    parts.end();
  }

  /** The domain behind the last "@" of From. */
  private String reporter() {
    String from = Leaf.decoded(header.first("from"));
    int at = from.lastIndexOf('@');
    int end = at + 1;
    while (end < from.length()
        && (Character.isLetterOrDigit(from.charAt(end)) || ".-".indexOf(from.charAt(end)) >= 0)) {
      end++;
    }
    return at < 0 ? "" : from.substring(at + 1, end).toLowerCase(Locale.ROOT);
  }
}
