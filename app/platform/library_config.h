#pragma once
// How Dear ImGui's own sources are compiled (IMGUI_USER_CONFIG). They read a file of settings with sscanf, and Kitbag has no such file.

#include <stdio.h>

#define sscanf(...) 0
