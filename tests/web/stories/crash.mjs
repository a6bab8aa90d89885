// Nothing is lost when a browser dies: a round of the crash machine. ./dev torture lets it run on.

import { declareRound } from '../crash/round.mjs';

declareRound(100, Date.now() % 1_000_000);
