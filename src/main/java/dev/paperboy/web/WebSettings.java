package dev.paperboy.web;

/**
 * Where the web server listens, and how often it may be asked.
 *
 * @param bind address of the network interface
 * @param port 0 for any free port
 * @param proxies how many proxies in front add to {@code X-Forwarded-For}
 * @param perMinute so many pages a minute for one network, of other requests a part; 0: no limit
 * @param subscriptionsPerHour so many may ask for a subscription in an hour, from all networks and
 *     by mail together; 0: no limit
 */
public record WebSettings(
    String bind, int port, int proxies, int perMinute, int subscriptionsPerHour) {}
