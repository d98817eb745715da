${head.headline} · ${date.brief}
