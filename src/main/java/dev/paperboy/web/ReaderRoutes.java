package dev.paperboy.web;

/** The routes by which readers leave, pause, and have or erase what is stored about them. */
final class ReaderRoutes {

  private ReaderRoutes() {}

  static void add(Routes routes, Pages pages, WebParts parts, LinkHolders holders) {
    LeavePage leave = new LeavePage(pages, holders, parts);
    PausePage pause = new PausePage(pages, holders, leave, parts);
    DataPages data = new DataPages(pages, holders, parts);
    routes
        .page("/unsubscribe/{token}", leave::ask)
        .oneClick("/unsubscribe/{token}", leave::unsubscribe)
        .form("/pause/{token}", Rate.CHANGES, pause::pause)
        .form("/resume/{token}", Rate.CHANGES, pause::resume)
        .page("/data/{token}", Rate.TYPING, data::download)
        .page("/erase/{token}", data::ask)
        .form("/erase/{token}", Rate.CHANGES, data::erase);
  }
}
