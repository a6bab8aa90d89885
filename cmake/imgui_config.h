// How Dear ImGui's own sources are compiled (IMGUI_USER_CONFIG). It reads a file of settings with sscanf, and Kitbag has none.
#pragma once
#include <stdio.h>

#define sscanf(...) 0
