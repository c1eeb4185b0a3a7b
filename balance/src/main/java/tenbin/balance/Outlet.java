package tenbin.balance;

/** Through what a disclosure leaves the hub. */
public enum Outlet {
  PAGE,
  DOWNLOAD,
  API,
  STREAM,
  WEBHOOK,
  MAIL
}
