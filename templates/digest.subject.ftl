${text("digest.subject", {"headline": head.headline, "date": date.brief})}
