package tenbin.spine.storage;

import java.util.List;

/** How the embedded server is set: durable, private, small. */
final class ServerSettings {
  private ServerSettings() {}

  static List<String> of(int port) {
    return List.of(
        "port=" + port,
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "max_connections=40",
        // Durable: what was acknowledged survives a power cut.
        "fsync=on",
        "synchronous_commit=on",
        "full_page_writes=on",
        // No replica hangs on this server, so the log need hold only what a crash needs.
        "wal_level=minimal",
        "max_wal_senders=0",
        "max_wal_size=1GB",
        "wal_buffers=16MB",
        "checkpoint_timeout=10min",
        // The hub and its database idle below 450 MB together.
        "shared_buffers=64MB",
        "work_mem=16MB",
        "maintenance_work_mem=64MB",
        "huge_pages=off",
        "jit=off",
        "autovacuum_max_workers=1",
        "io_method=sync",
        "timezone=UTC",
        "log_timezone=UTC",
        "log_min_messages=warning");
  }
}
