#include "app/platform/canvas_web.h"

#include <GLES3/gl3.h>
#include <emscripten/html5_webgl.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

namespace kitbag {

WebCanvas::WebCanvas() {
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.majorVersion = 2;
    attributes.alpha = false;
    attributes.depth = false;
    attributes.stencil = false;
    attributes.antialias = false;
    context_ = emscripten_webgl_create_context("#canvas", &attributes);
    if (context_ == 0 || emscripten_webgl_make_context_current(context_) != EMSCRIPTEN_RESULT_SUCCESS) return;
    usable_ = ImGui_ImplOpenGL3_Init("#version 300 es");
}

WebCanvas::~WebCanvas() {
    if (usable_) {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;  // Whatever draws next has them too.
    }
    if (context_ != 0) emscripten_webgl_destroy_context(context_);
}

void WebCanvas::show(ImDrawData* picture, unsigned ground) {
    if (!usable_ || lost_) return Canvas::show(picture, ground);
    ImGui_ImplOpenGL3_NewFrame();
    const auto part = [&](int shift) { return static_cast<float>((ground >> shift) & 0xffu) / 255.0f; };
    glClearColor(part(0), part(8), part(16), 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(picture);
}

void WebCanvas::restored() {
    lost_ = false;
    if (usable_) ImGui_ImplOpenGL3_DestroyDeviceObjects();
}

}  // namespace kitbag
