package dev.paperboy.web;

/**
 * Where the web server listens.
 *
 * @param bind address of the network interface
 * @param port 0 for any free port
 */
public record WebSettings(String bind, int port) {}
