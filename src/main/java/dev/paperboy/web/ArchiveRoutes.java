package dev.paperboy.web;

/**
 * The routes of the archive: the newest day, editions, papers, search, feeds, mails to look at
 * again.
 */
final class ArchiveRoutes {

  private ArchiveRoutes() {}

  static void add(Routes routes, Pages pages, WebParts parts, LinkHolders holders) {
    LibraryParts library = parts.library();
    PageCache cache = new PageCache(pages, library.catalogue());
    FirstInterests first = new FirstInterests(parts.readership().parser());
    HomePage home = new HomePage(pages, cache, parts.archive(), first);
    EditionPages editions = new EditionPages(pages, cache, library.catalogue(), parts.archive());
    PaperPage paper = new PaperPage(pages, cache, parts, holders);
    FeedPages feeds = new FeedPages(pages, parts, holders);
    routes
        .page("/", home::show)
        .page("/editions", editions::list)
        .page("/editions/{number}", editions::one)
        .page("/papers/<key>", paper::show)
        .page("/search", Rate.TYPING, new SearchPage(pages, library.search())::show)
        .page("/feed.atom", feeds::editions)
        .page("/feed/{token}.atom", feeds::ofReader)
        .page("/reader/{token}/papers/<key>", paper::showToReader)
        .page("/reader/{token}/matched/{edition}", new MatchedPage(pages, parts, holders)::show)
        .page("/reader/{token}/mail/{edition}", new MailViewPage(pages, parts, holders)::show);
  }
}
