-- note_words: its pieces are no longer put together while somebody waits for a note to be saved, but in idle time
-- (core/storage/note_search.h, tidy).
INSERT INTO note_words (note_words, rank) VALUES ('automerge', 0);
