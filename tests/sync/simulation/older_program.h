#pragma once
// A tablet whose program is older than today's. Its code is gone, so today's plays it, held to what the older one said, read and could keep:
// its requests lack what it did not say, it is deaf to what came later in the answers, and when it is updated its store is made one
// of its schema, which loses all that this cannot hold. So today's program opens a store as the older one would have left it
// at that moment, with what waits, what was refused and what was received, and brings it up to date.

#include <string>

#include "sync/client/http.h"

namespace kitbag::simulation {

bool knows_posts(int older);  // Of 0, which is today's, too.

// Whether it asked for such a thing at all, and what it hears where it did not.
bool asks_older(const HttpRequest& request, int older);
HttpResponse nothing_there(const HttpRequest& request);

HttpRequest asked_by_older(HttpRequest request, int older);
HttpResponse read_by_older(HttpResponse response, int older);

// Of one that cannot write anew what a wrong clock had stamped.
bool keeps_wrong_stamps(int older);

// The store in this file becomes one of that schema. REQUIRES: nobody has it open; no change in it was withdrawn, of a schema that
// cannot hold that.
void make_older(const std::string& file, int schema);

}  // namespace kitbag::simulation
