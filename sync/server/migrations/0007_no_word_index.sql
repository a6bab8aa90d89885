-- note_words: the county does not search notes; tablets do, in their own stores. Keeping the index of words was a third of the work of taking a
-- note. A later migration of the store that is about note_words says IF EXISTS.
DROP TRIGGER note_begun;
DROP TRIGGER note_changed;
DROP TRIGGER note_gone;
DROP TABLE note_words;
