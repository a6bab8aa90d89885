-- team: of an adviser's post, which of the early years service's teams works there (core/visits/post.h); '' for none.
ALTER TABLE post ADD COLUMN team TEXT NOT NULL DEFAULT '';
