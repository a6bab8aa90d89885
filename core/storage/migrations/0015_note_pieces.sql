-- note_words: nor are many pieces put together at once before a note is saved. By itself that happens at every sixteenth; idle time
-- (core/storage/note_search.h, tidy) comes long before there are so many.
INSERT INTO note_words (note_words, rank) VALUES ('crisismerge', 128);
