package tenbin.hub.demo;

import java.time.LocalDate;
import java.util.List;
import tenbin.hub.demo.Population.Operator;

/** What the feeds of the day tell about the circle, as the CSV files that a national feed sends. */
final class FeedSheets {
  private static final String EVENT =
      "timestamp,protocol,src_ip,src_port,src_asn,src_geo,src_region,src_city,src_hostname,src_naics,"
          + "src_sector,device_vendor,device_type,device_model,severity,dst_ip,dst_port,dst_asn,dst_geo,"
          + "dst_region,dst_city,dst_hostname,dst_naics,dst_sector,public_source,infection,family,tag,"
          + "application,version,event_id";
  private static final String SCAN =
      "timestamp,severity,ip,protocol,port,hostname,tag,asn,geo,region,city,naics,hostname_source,sector";
  private static final List<String> FAMILIES =
      List.of("mirai", "mozi", "conficker", "qsnatch", "gamarue", "necurs", "avalanche-andromeda");
  private static final List<String> SERVICES = List.of("ssh", "telnet", "rdp", "smtp");

  private final Population population;
  private final LocalDate day;

  FeedSheets(Population population, LocalDate day) {
    this.population = population;
    this.day = day;
  }

  /** Infected machines that called a sinkhole; every fifth row is a call of the same machine. */
  Sheet sinkhole(int rows) {
    Sheet sheet = new Sheet(EVENT + ",ssl_cipher,ssl_servername");
    Operator operator = population.someOperator();
    Object caller = population.customer(operator);
    String family = FAMILIES.getFirst();
    for (int i = 0; i < rows; i++) {
      if (i % 5 != 0) {
        operator = population.someOperator();
        caller = population.customer(operator);
        family = population.oneOf(FAMILIES);
      }
      event(sheet, operator, caller, "critical", population.oneOf(List.of(80, 443, 8080)));
      sheet.cell("infection", family).cell("family", family).cell("tag", family).end();
    }
    return sheet;
  }

  /** Machines that tried passwords on a honeypot. */
  Sheet bruteForce(int rows) {
    Sheet sheet =
        new Sheet(EVENT + ",service,start_time,end_time,client_version,username,password");
    for (int i = 0; i < rows; i++) {
      Operator operator = population.someOperator();
      String service = population.oneOf(SERVICES);
      event(sheet, operator, population.customer(operator), "high", 22);
      sheet.cell("infection", service + "-brute-force").cell("service", service);
      sheet.cell("application", service).cell("username", "admin").end();
    }
    return sheet;
  }

  /** Resolvers that answer everybody. */
  Sheet openResolvers(int rows) {
    Sheet sheet = new Sheet(SCAN + ",dns_version,min_amplification");
    for (int i = 0; i < rows; i++) {
      scan(sheet, population.someOperator(), "udp", 53, "dns", false);
      sheet.cell("min_amplification", 1 + population.below(40) / 10.0).end();
    }
    return sheet;
  }

  /** Time servers that tell everything to everybody. */
  Sheet timeServers(int rows) {
    Sheet sheet = new Sheet(SCAN + ",version,stratum,amplification");
    for (int i = 0; i < rows; i++) {
      scan(sheet, population.someOperator(), "udp", 123, "ntp", false);
      sheet.cell("version", 4).cell("stratum", 2 + population.below(3)).end();
    }
    return sheet;
  }

  /** Telnet, open to the world; a few rows of the file are broken, as files are. */
  Sheet telnet(int rows) {
    Sheet sheet = new Sheet(SCAN + ",banner");
    for (int i = 0; i < rows; i++) {
      scan(sheet, population.someOperator(), "tcp", 23, "telnet", false);
      sheet.cell("banner", "login:").end();
      if (i % 400 == 399) {
        sheet.damaged("\"" + day + " 25:61:00\",\"medium\",\"126.64.0.1\",\"tcp\",\"23\"");
        sheet.damaged("\"" + Sheet.time(day, i) + "\",\"medium\",\"126.64.0.1234\",\"tcp\",\"23\"");
        sheet.damaged("\"\",\"medium\",\"126.64.0.2\",\"tcp\",\"23\"");
      }
    }
    return sheet;
  }

  /** Web servers on IPv6 that somebody should look after. */
  Sheet webServers6(int rows) {
    Sheet sheet = new Sheet(SCAN + ",http,http_code,server");
    for (int i = 0; i < rows; i++) {
      scan(sheet, population.someOperator(), "tcp", 80, "http", true);
      sheet.cell("http", "HTTP/1.1").cell("http_code", 200).cell("server", "webserver/2.2").end();
    }
    return sheet;
  }

  /** Sites that serve something their owners do not know of. */
  Sheet compromisedSites(int rows) {
    Sheet sheet =
        new Sheet(SCAN + ",application,url,http_host,category,system,detected_since,server,family");
    for (int i = 0; i < rows; i++) {
      scan(sheet, population.someOperator(), "tcp", 80, "webshell", false);
      String host = "www.shop" + population.below(900) + ".example";
      sheet
          .cell("http_host", host)
          .cell("hostname", host)
          .cell("url", "/wp-content/c" + i + ".php");
      sheet.cell("application", "http").cell("category", "webshell").end();
    }
    return sheet;
  }

  private void event(Sheet sheet, Operator operator, Object source, String severity, int port) {
    sheet.cell("timestamp", Sheet.time(day, population.second())).cell("protocol", "tcp");
    sheet
        .cell("src_ip", source)
        .cell("src_port", population.port())
        .cell("src_asn", operator.asn());
    sheet.cell("src_geo", "JP").cell("severity", severity);
    sheet.cell("dst_ip", population.sensor()).cell("dst_port", port).cell("dst_asn", 64_511);
    sheet.cell("event_id", population.hex(16));
  }

  private void scan(
      Sheet sheet, Operator operator, String transport, int port, String tag, boolean six) {
    sheet.cell("timestamp", Sheet.time(day, population.second())).cell("severity", "medium");
    sheet.cell("ip", six ? population.customer6(operator) : population.customer(operator));
    sheet.cell("protocol", transport).cell("port", port).cell("tag", tag);
    sheet.cell("asn", operator.asn()).cell("geo", "JP");
  }
}
